/// The rows of a statement, and what the statement did.
///
/// Holds the rows in libpq's memory until the last copy is gone; cells are copied out when read.
package struct PostgresResult: Sendable, RandomAccessCollection {
    let storage: ResultStorage

    init(_ result: consuming PQResult) {
        self.storage = ResultStorage(result)
    }

    /// The columns, in order; empty for statements that return no rows.
    package var columns: [PostgresColumn] { self.storage.columns }
    /// How many rows the statement returned, inserted, changed or deleted.
    package var affectedRows: Int { self.storage.result.affectedRows }
    /// The command tag, such as `INSERT 0 1`.
    package var commandTag: String { self.storage.result.commandTag }

    package var startIndex: Int { 0 }
    package var endIndex: Int { self.storage.rowCount }

    /// The row at a position.
    package subscript(position: Int) -> PostgresRow {
        precondition(self.indices.contains(position), "row \(position) of \(self.count)")
        return PostgresRow(storage: self.storage, index: position)
    }

    /// Reads the first column of every row.
    ///
    /// - Throws: ``PostgresError`` of kind `decoding`.
    package func values<T: PostgresDecodable>(as type: T.Type = T.self) throws -> [T] {
        try self.map { try $0[0, as: type] }
    }

    /// Reads the first column of the only row.
    ///
    /// - Throws: ``PostgresError`` of kind `decoding`, also if there is not exactly one row.
    package func value<T: PostgresDecodable>(as type: T.Type = T.self) throws -> T {
        guard self.count == 1 else {
            throw PostgresError(.decoding, "expected exactly one row but found \(self.count)")
        }
        return try self[0][0, as: type]
    }
}
