/// Cuts a plain JSON text into nodes, see ``JSONTape``.
struct JSONScanner {
    /// How deep values may be nested.
    static let deepest = 64
    /// A whole number of as many digits always fits, and so does its double.
    static let mostDigits = 15
    private static let beginnings = [UInt8(ascii: "{"), UInt8(ascii: "[")]

    let bytes: [UInt8]
    var index = 0
    var nodes: [JSONNode] = []
    var isASCII = true

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        self.nodes.reserveCapacity(bytes.count / 8 + 8)
    }

    /// The nodes; nil when the text is not plain.
    mutating func scan() -> [JSONNode]? {
        guard self.bytes.count < Int32.max, let first = self.skipBlanks(), Self.beginnings.contains(first),
            self.value(1),
            self.skipBlanks() == nil
        else { return nil }
        guard self.isASCII || String(validating: self.bytes, as: UTF8.self) != nil else { return nil }
        return self.nodes
    }

    /// The next byte that is no blank; nil at the end.
    private mutating func skipBlanks() -> UInt8? {
        while self.index < self.bytes.count {
            let byte = self.bytes[self.index]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            self.index += 1
        }
        return nil
    }

    private mutating func value(_ depth: Int) -> Bool {
        guard depth <= Self.deepest, let byte = self.skipBlanks() else { return false }
        switch byte {
        case UInt8(ascii: "{"): return self.object(depth)
        case UInt8(ascii: "["): return self.array(depth)
        case UInt8(ascii: "\""): return self.string()
        case UInt8(ascii: "t"): return self.word("true", .yes)
        case UInt8(ascii: "f"): return self.word("false", .no)
        case UInt8(ascii: "n"): return self.word("null", .null)
        default: return self.number()
        }
    }

    // MARK: Containers

    private mutating func object(_ depth: Int) -> Bool {
        let node = self.open(.object)
        var count = 0
        while true {
            guard let isOver = self.separator(UInt8(ascii: "}"), count == 0) else { return false }
            if isOver { break }
            guard self.skipBlanks() == UInt8(ascii: "\""), self.string(), self.skipBlanks() == UInt8(ascii: ":") else {
                return false
            }
            self.index += 1
            guard self.value(depth + 1) else { return false }
            count += 1
        }
        self.close(node, count)
        return self.hasDifferentKeys(node)
    }

    private mutating func array(_ depth: Int) -> Bool {
        let node = self.open(.array)
        var count = 0
        while true {
            guard let isOver = self.separator(UInt8(ascii: "]"), count == 0) else { return false }
            if isOver { break }
            guard self.value(depth + 1) else { return false }
            count += 1
        }
        self.close(node, count)
        return true
    }

    /// Goes past a comma or the end of a container.
    ///
    /// - Returns: Whether it is the end; nil for anything else.
    private mutating func separator(_ end: UInt8, _ isFirst: Bool) -> Bool? {
        guard let byte = self.skipBlanks() else { return nil }
        if byte == end {
            self.index += 1
            return true
        }
        guard !isFirst else { return false }
        guard byte == UInt8(ascii: ",") else { return nil }
        self.index += 1
        return false
    }

    private mutating func open(_ kind: JSONNode.Kind) -> Int {
        self.nodes.append(JSONNode(kind: kind, start: Int32(self.index), end: 0, next: 0))
        self.index += 1
        return self.nodes.count - 1
    }

    private mutating func close(_ node: Int, _ count: Int) {
        self.nodes[node].end = Int32(self.index)
        self.nodes[node].next = Int32(self.nodes.count)
        self.nodes[node].count = Int32(count)
    }

    /// Whether no key of an object comes twice; what would take long to tell counts as not.
    private func hasDifferentKeys(_ object: Int) -> Bool {
        var keys: [ArraySlice<UInt8>] = []
        keys.reserveCapacity(Int(self.nodes[object].count))
        var isSorted = true
        var index = object + 1
        while index < self.nodes.count {
            guard self.nodes[index].kind == .text else { return false }
            let key = self.bytes[Int(self.nodes[index].start)..<Int(self.nodes[index].end)]
            if let last = keys.last, !last.lexicographicallyPrecedes(key) { isSorted = false }
            keys.append(key)
            index = Int(self.nodes[index + 1].next)
        }
        return isSorted || (keys.count <= 64 && Set(keys).count == keys.count)
    }
}
