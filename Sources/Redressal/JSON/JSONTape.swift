/// A JSON text cut into its values: first a node for the whole, then its members, each a key and a value, in order.
///
/// Only plain texts are cut: an object without repeated keys, numbers that fit, nothing nested deeper than
/// ``JSONScanner/deepest``. Everything this program writes is plain.
final class JSONTape: Sendable {
    let bytes: [UInt8]
    let nodes: [JSONNode]

    /// Cuts a text; nil when it is not plain JSON, whatever else it is.
    init?(_ bytes: [UInt8]) {
        var scanner = JSONScanner(bytes)
        guard let nodes = scanner.scan() else { return nil }
        self.bytes = bytes
        self.nodes = nodes
    }

    /// The text of a text's node.
    func text(of node: JSONNode) -> String {
        let range = Int(node.start)..<Int(node.end)
        guard node.kind == .escapedText else { return String(decoding: self.bytes[range], as: UTF8.self) }
        return JSONEscapes.text(of: self.bytes[range])
    }

    /// The value of an integer's node.
    func integer(of node: JSONNode) -> Int {
        let isNegative = self.bytes[Int(node.start)] == UInt8(ascii: "-")
        var value = 0
        for index in Int(node.start) + (isNegative ? 1 : 0)..<Int(node.end) {
            value = value * 10 + Int(self.bytes[index] & 0x0F)
        }
        return isNegative ? -value : value
    }

    /// The value of a number's node.
    func decimal(of node: JSONNode) -> Double {
        let text = String(decoding: self.bytes[Int(node.start)..<Int(node.end)], as: UTF8.self)
        return Double(text) ?? .nan
    }

    /// The number of the node with a key's value in an object; nil when there is none.
    func value(_ key: UnsafeBufferPointer<UInt8>, in object: Int) -> Int? {
        var index = object + 1
        for _ in 0..<self.nodes[object].count {
            if self.holds(key, self.nodes[index]) { return index + 1 }
            index = Int(self.nodes[index + 1].next)
        }
        return nil
    }

    private func holds(_ key: UnsafeBufferPointer<UInt8>, _ node: JSONNode) -> Bool {
        guard Int(node.end - node.start) == key.count else { return false }
        var index = Int(node.start)
        for byte in key {
            guard self.bytes[index] == byte else { return false }
            index += 1
        }
        return true
    }
}
