/// A Swift type that can be bound to a statement.
package protocol PostgresEncodable {
    /// The value to bind.
    var postgresValue: PostgresValue { get }
}

extension PostgresValue: PostgresEncodable {
    package var postgresValue: PostgresValue { self }
}

extension String: PostgresEncodable {
    package var postgresValue: PostgresValue { .text(self) }
}

extension Int: PostgresEncodable {
    package var postgresValue: PostgresValue { .int(Int64(self)) }
}

extension Int64: PostgresEncodable {
    package var postgresValue: PostgresValue { .int(self) }
}

extension Int32: PostgresEncodable {
    package var postgresValue: PostgresValue { .int(Int64(self)) }
}

extension Bool: PostgresEncodable {
    package var postgresValue: PostgresValue { .bool(self) }
}

extension Double: PostgresEncodable {
    package var postgresValue: PostgresValue { .double(self) }
}

extension PostgresTimestamp: PostgresEncodable {
    package var postgresValue: PostgresValue { .timestamp(milliseconds: self.milliseconds) }
}

extension [UInt8]: PostgresEncodable {
    package var postgresValue: PostgresValue { .bytes(self) }
}

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    package var postgresValue: PostgresValue { self?.postgresValue ?? .null }
}
