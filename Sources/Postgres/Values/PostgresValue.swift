/// A value to bind to a statement or to write with `COPY`.
package enum PostgresValue: Sendable, Equatable {
    /// SQL `NULL`.
    case null
    /// A text; the server reads it as whatever type the place needs (text, uuid, enum, date…), like a quoted literal.
    case text(String)
    /// A whole number; the server reads it as whatever type the place needs.
    case int(Int64)
    /// A boolean.
    case bool(Bool)
    /// A double-precision number.
    case double(Double)
    /// A `bytea`.
    case bytes([UInt8])
    /// JSON text, for `json` and `jsonb` places.
    case json(String)
    /// A `timestamptz`, in milliseconds since 1970-01-01T00:00:00Z.
    case timestamp(milliseconds: Int64)
    /// A `text[]`.
    case textArray([String?])
    /// A `bigint[]`.
    case int64Array([Int64?])
    /// A `timestamptz[]`, each in milliseconds since 1970-01-01T00:00:00Z.
    case timestampArray([Int64?])
    /// A `bytea[]`.
    case bytesArray([[UInt8]?])

    /// The type sent with the parameter, as PostgreSQL's object id; 0 lets the server infer it.
    var typeOID: UInt32 {
        switch self {
        case .null, .text, .int, .double, .json: 0
        case .bool: 16
        case .bytes: 17
        case .timestamp: 1184
        case .textArray: 1009
        case .int64Array: 1016
        case .timestampArray: 1185
        case .bytesArray: 1001
        }
    }

    /// The value in PostgreSQL's text format, or nil for `NULL`.
    var textFormat: String? {
        switch self {
        case .null: nil
        case .text(let text), .json(let text): text
        case .int(let number): String(number)
        case .bool(let flag): flag ? "t" : "f"
        case .double(let number): Self.text(of: number)
        case .bytes(let bytes): HexBytes.text(of: bytes)
        case .timestamp(let milliseconds): PostgresTimestamp(milliseconds: milliseconds).text
        case .textArray(let elements): ArrayLiteral.text(of: elements)
        case .int64Array(let elements): ArrayLiteral.text(of: elements.map { $0.map { String($0) } })
        case .timestampArray(let elements):
            ArrayLiteral.text(of: elements.map { $0.map { PostgresTimestamp(milliseconds: $0).text } })
        case .bytesArray(let elements): ArrayLiteral.text(of: elements.map { $0.map(HexBytes.text(of:)) })
        }
    }

    /// PostgreSQL's spellings of the numbers that are not finite differ from Swift's.
    private static func text(of number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        return String(number)
    }
}
