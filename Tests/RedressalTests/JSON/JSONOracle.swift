import Foundation
import Testing

@testable import Redressal

/// What Foundation makes of the same values and texts: forms must not be told from it.
enum JSONOracle {
    static func bytes(of value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    static func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }

    /// What a form reads by itself; nil when it leaves a text to Foundation.
    static func read<Value: JSONForm>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
        JSONTape(bytes).flatMap { try? Value(JSONValue(tape: $0, node: 0)) }
    }

    /// Expects the same bytes, and that a form reads them by itself.
    static func compare<Value: JSONForm & Equatable>(_ value: Value) throws {
        let bytes = try CanonicalJSON.encode(value)
        let expected = try self.bytes(of: value)
        #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
        #expect(self.read(Value.self, from: bytes) == value)
    }
}
