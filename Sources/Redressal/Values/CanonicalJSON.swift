import Foundation

/// The one JSON form of everything the log carries: sorted keys, no escaped slashes, UTF-8.
package enum CanonicalJSON {
    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
    private static let decoder = JSONDecoder()

    /// The bytes of a value.
    ///
    /// - Throws: `EncodingError` for numbers that JSON cannot hold (infinite, not a number).
    package static func encode(_ value: some Encodable) throws -> [UInt8] {
        Array(try self.encoder.encode(value))
    }

    /// Whether a text in encoded bytes holds the character NUL, which JSON can only write as an escape.
    package static func holdsNUL(_ bytes: [UInt8]) -> Bool {
        var index = bytes.startIndex
        while let escape = bytes[index...].firstIndex(of: UInt8(ascii: "\\")) {
            if bytes[escape...].starts(with: Self.escapedNUL) { return true }
            // What is escaped may itself be a backslash.
            index = min(escape + 2, bytes.endIndex)
        }
        return false
    }

    private static let escapedNUL = Array(#"\u0000"#.utf8)

    /// Reads a value.
    ///
    /// - Throws: `DecodingError` that names the field.
    package static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        try self.decoder.decode(type, from: Data(bytes))
    }
}
