import Redressal

/// Damages inputs as transport, disks and people do; the same seed damages the same way.
package struct ByteMutator {
    private var random: SeededGenerator

    package init(seed: UInt64) { self.random = SeededGenerator(seed: seed) }

    /// An input made of one of some others by a few changes.
    package mutating func mutated(_ inputs: [[UInt8]]) -> [UInt8] {
        var bytes = inputs.randomElement(using: &self.random) ?? []
        for _ in 0..<Int.random(in: 1...4, using: &self.random) { self.change(&bytes, with: inputs) }
        return Array(bytes.prefix(FuzzTarget.longestInput))
    }

    /// Bytes with a meaning of their own to at least one reader.
    private static let telling =
        Array("{}[]():,.'\"\\-+*&!?%#|>@0919eE \t\r\n".utf8) + [0, 0x7F, 0x80, 0xC3, 0xED, 0xFF]

    private mutating func change(_ bytes: inout [UInt8], with inputs: [[UInt8]]) {
        let start = Int.random(in: 0...bytes.count, using: &self.random)
        let end = Int.random(in: start...min(bytes.count, start + 24), using: &self.random)
        switch Int.random(in: 0..<6, using: &self.random) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
        case 2: bytes.replaceSubrange(start..<end, with: [Self.telling.randomElement(using: &self.random) ?? 0])
        case 3: bytes.removeSubrange(start...)
        case 4:
            let other = inputs.randomElement(using: &self.random) ?? []
            let from = Int.random(in: 0...other.count, using: &self.random)
            bytes.insert(contentsOf: other[from...].prefix(32), at: start)
        default:
            guard start < bytes.count else { return }
            bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &self.random)
        }
    }
}
