extension PostgresRow {
    /// Reads a column, by position from 0, of a statement that was sent ``SQL/inBinary``.
    ///
    /// - Returns: Nil for `NULL`.
    /// - Throws: ``PostgresError`` of kind `decoding`, naming the column and the type.
    package func binary<T: PostgresBinaryDecodable>(_ position: Int, as type: T.Type = T.self) throws -> T? {
        let column = try self.storage.column(at: position)
        guard column.isBinary else { throw self.mismatch(column, T.self, found: "its text form") }
        let cell = self.storage.result.withCell(row: self.index, column: position) { T(postgresBinary: $0) }
        guard let cell else { return nil }
        guard let value = cell else {
            throw self.mismatch(column, T.self, found: "another value of type \(column.typeOID)")
        }
        return value
    }
}
