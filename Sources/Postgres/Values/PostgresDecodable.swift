/// A Swift type that can be read from a result's cell.
package protocol PostgresDecodable {
    /// Reads PostgreSQL's text form, or returns nil if it is not a value of this type.
    init?(postgresText text: String)
    /// What `NULL` is in this type; nil if it cannot be.
    static var postgresNull: Self? { get }
}

extension PostgresDecodable {
    package static var postgresNull: Self? { nil }
}

extension String: PostgresDecodable {
    package init?(postgresText text: String) { self = text }
}

extension Int: PostgresDecodable {
    package init?(postgresText text: String) { self.init(text) }
}

extension Int64: PostgresDecodable {
    package init?(postgresText text: String) { self.init(text) }
}

extension Int32: PostgresDecodable {
    package init?(postgresText text: String) { self.init(text) }
}

extension Double: PostgresDecodable {
    package init?(postgresText text: String) { self.init(text) }
}

extension Bool: PostgresDecodable {
    package init?(postgresText text: String) {
        switch text {
        case "t": self = true
        case "f": self = false
        default: return nil
        }
    }
}

extension [UInt8]: PostgresDecodable {
    package init?(postgresText text: String) {
        guard let bytes = HexBytes.bytes(of: text) else { return nil }
        self = bytes
    }
}

extension PostgresTimestamp: PostgresDecodable {
    package init?(postgresText text: String) { self.init(text: text) }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    package init?(postgresText text: String) {
        guard let wrapped = Wrapped(postgresText: text) else { return nil }
        self = .some(wrapped)
    }

    package static var postgresNull: Self? { .some(.none) }
}
