/// The name and type of one column of a result.
package struct PostgresColumn: Sendable, Equatable {
    /// The name as the server gave it; not always unique.
    package let name: String
    /// The type's object id in `pg_type`.
    package let typeOID: UInt32
    /// Whether its cells came in binary form, as ``SQL/inBinary`` asks for.
    package let isBinary: Bool
}
