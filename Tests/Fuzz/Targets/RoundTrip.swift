import Redressal

/// What is written must read back as what it was.
enum RoundTrip {
    /// The value that the bytes hold, if they hold one; written and read again it is the same.
    static func json<Value: Codable & Equatable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value? {
        guard let value = try? CanonicalJSON.decode(type, from: bytes) else { return nil }
        try self.json(value)
        return value
    }

    /// Checks a value that JSON can hold.
    static func json<Value: Codable & Equatable>(_ value: Value) throws {
        let written = try CanonicalJSON.encode(value)
        let again = try CanonicalJSON.decode(Value.self, from: written)
        try require(again == value, "expected \(value) to read back as it is but found \(again)")
        try require(
            try CanonicalJSON.encode(again) == written, "expected \(value) to be written the same a second time")
    }

    /// Checks a value that a text stands for.
    static func text<Value: LosslessStringConvertible & Equatable>(_ type: Value.Type, _ text: String) throws {
        guard let value = Value(text) else { return }
        try require(
            Value(value.description) == value, "expected '\(value)', read from '\(text)', to read back as it is")
    }
}
