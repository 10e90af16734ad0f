/// One row of a result.
package struct PostgresRow: Sendable {
    let storage: ResultStorage
    /// The row's position in its result.
    package let index: Int

    /// Reads a column by name.
    ///
    /// - Throws: ``PostgresError`` of kind `decoding`, naming the column and the type.
    package subscript<T: PostgresDecodable>(name: String, as type: T.Type = T.self) -> T {
        get throws { try self[try self.storage.position(of: name), as: type] }
    }

    /// Reads a column by position, from 0.
    ///
    /// - Throws: ``PostgresError`` of kind `decoding`, naming the column and the type.
    package subscript<T: PostgresDecodable>(position: Int, as type: T.Type = T.self) -> T {
        get throws {
            let column = try self.storage.column(at: position)
            guard !column.isBinary else { throw self.mismatch(column, T.self, found: "its binary form") }
            guard let text = self.storage.result.text(row: self.index, column: position) else {
                guard let null = T.postgresNull else { throw self.mismatch(column, T.self, found: "NULL") }
                return null
            }
            guard let value = T(postgresText: text) else {
                throw self.mismatch(column, T.self, found: "another value of type \(column.typeOID)")
            }
            return value
        }
    }

    /// Names the column and the type, but not the value, which may be personal data.
    func mismatch(_ column: PostgresColumn, _ type: Any.Type, found: String) -> PostgresError {
        PostgresError(
            .decoding, "expected \(type) in column \(column.name) of row \(self.index) but found \(found)",
            column: column.name)
    }
}
