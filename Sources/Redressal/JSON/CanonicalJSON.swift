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
        guard let form = value as? any JSONWritable else { return Array(try self.encoder.encode(value)) }
        var writer = JSONWriter()
        try form.write(to: &writer)
        return writer.bytes
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
    /// - Throws: `DecodingError` that names the field, or for text that is not UTF-8.
    package static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        if let form = type as? any JSONForm.Type, let tape = JSONTape(bytes),
            let value = try? form.init(JSONValue(tape: tape, node: 0)) as? Value
        {
            return value
        }
        // Whatever is not plain, or not right, Foundation reads, or says what is wrong with it. It also takes UTF-16 and
        // UTF-32, in which nobody here looks for NUL (both hold zero bytes), and any bytes in members it does not need.
        guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: [], debugDescription: "expected JSON in UTF-8 but found other bytes"))
        }
        return try self.decoder.decode(type, from: Data(bytes))
    }
}
