/// A Swift type that can be read from a cell in PostgreSQL's binary form, which costs neither side digits and quotes; for
/// what is read by the thousand.
package protocol PostgresBinaryDecodable {
    /// Reads the bytes that the type's send function wrote, or returns nil if they are not a value of this type.
    init?(postgresBinary bytes: UnsafeBufferPointer<UInt8>)
}

extension Int64: PostgresBinaryDecodable {
    /// Reads a `bigint`.
    package init?(postgresBinary bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 8 else { return nil }
        self = bytes.reduce(0) { $0 << 8 | Int64($1) }
    }
}

extension String: PostgresBinaryDecodable {
    /// Reads a `text`.
    package init?(postgresBinary bytes: UnsafeBufferPointer<UInt8>) { self.init(decoding: bytes, as: UTF8.self) }
}

extension [UInt8]: PostgresBinaryDecodable {
    /// Reads a `bytea`.
    package init?(postgresBinary bytes: UnsafeBufferPointer<UInt8>) { self.init(bytes) }
}
