/// Shares one result among the rows made from it.
final class ResultStorage: Sendable {
    /// The rows in C memory.
    let result: PQResult
    /// How many rows there are.
    let rowCount: Int
    /// The columns, in order.
    let columns: [PostgresColumn]
    /// The position of each name; the first of several equal names wins.
    private let positions: [String: Int]

    /// Takes ownership of a result.
    init(_ result: consuming PQResult) {
        self.rowCount = result.rowCount
        self.columns = result.columns
        let named = self.columns.enumerated().map { ($1.name, $0) }
        self.positions = Dictionary(named, uniquingKeysWith: { first, _ in first })
        self.result = result
    }

    /// The column at a position.
    ///
    /// - Throws: ``PostgresError`` of kind `decoding` when there is none.
    func column(at position: Int) throws -> PostgresColumn {
        guard self.columns.indices.contains(position) else {
            throw PostgresError(
                .decoding, "expected a column at \(position) but the row has \(self.columns.count)")
        }
        return self.columns[position]
    }

    /// The position of a column.
    ///
    /// - Throws: ``PostgresError`` of kind `decoding`, listing the columns there are.
    func position(of name: String) throws -> Int {
        if let position = self.positions[name] { return position }
        let names = self.columns.map(\.name).joined(separator: ", ")
        throw PostgresError(.decoding, "expected a column \(name) but the result has [\(names)]", column: name)
    }
}
