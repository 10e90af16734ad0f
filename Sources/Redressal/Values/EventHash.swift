import Crypto

/// The SHA-256 of one event's stored bytes, as a leaf of RFC 6962 (a zero byte, then the bytes).
///
/// It links a case's events into a chain, and the same value is the leaf of the partition's Merkle tree.
package struct EventHash: Hashable, Sendable, LosslessStringConvertible {
    // Four words instead of an array: no allocation, and a case's state stays small.
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// What the first event of a case names as its predecessor.
    package static let none = EventHash(words: (0, 0, 0, 0))

    private init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

    /// Hashes the bytes of one record's value.
    package init(of value: [UInt8]) {
        var hasher = SHA256()
        hasher.update(data: [0])
        hasher.update(data: value)
        self.init(digest: hasher.finalize())
    }

    /// Reads 64 lower-case hexadecimal digits.
    package init?(_ text: String) {
        guard let bytes = Hex.decode(text), bytes.count == 32 else { return nil }
        self.init(bytes: bytes)
    }

    init(digest: SHA256.Digest) { self.init(bytes: Array(digest)) }

    /// - Precondition: 32 bytes.
    private init(bytes: [UInt8]) {
        func word(_ start: Int) -> UInt64 { bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) } }
        self.init(words: (word(0), word(8), word(16), word(24)))
    }

    package var bytes: [UInt8] {
        [self.words.0, self.words.1, self.words.2, self.words.3].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) }
        }
    }

    package var description: String { Hex.encode(self.bytes) }

    package static func == (left: EventHash, right: EventHash) -> Bool { left.words == right.words }

    package func hash(into hasher: inout Hasher) { hasher.combine(self.words.0) }
}

extension EventHash: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let hash = EventHash(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected 64 hexadecimal digits but found '\(text)'")
        }
        self = hash
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self.description)
    }
}
