import Postgres

/// Rows as one array a column, which the server makes rows of again: far less for both sides than JSON.
struct ArrayRows {
    private struct Column {
        let name: String
        /// What an element is cast to.
        let type: String
        let values: PostgresValue
    }

    private var columns: [Column] = []

    mutating func add(_ name: String, _ values: [String?], as type: String = "text") {
        self.columns.append(Column(name: name, type: type, values: .textArray(values)))
    }

    mutating func add(_ name: String, _ values: [Int]) {
        self.columns.append(Column(name: name, type: "integer", values: .int64Array(values.map { Int64($0) })))
    }

    mutating func add(_ name: String, _ values: [Bool]) {
        self.columns.append(
            Column(name: name, type: "integer::boolean", values: .int64Array(values.map { $0 ? 1 : 0 })))
    }

    /// - Parameter values: In milliseconds since 1970-01-01T00:00:00Z.
    mutating func add(_ name: String, milliseconds values: [Int64?]) {
        self.columns.append(Column(name: name, type: "timestamptz", values: .timestampArray(values)))
    }

    /// The columns' names, separated by commas.
    var names: SQL { SQL(unsafeSQL: self.columns.map(\.name).joined(separator: ", ")) }

    /// A query that gives the rows.
    var selection: SQL {
        let casts = self.columns.map { "\($0.name)::\($0.type)" }.joined(separator: ", ")
        var arrays: SQL = "\(self.columns[0].values)"
        for column in self.columns.dropFirst() { arrays = "\(arrays), \(column.values)" }
        return "SELECT \(unsafeSQL: casts) FROM unnest(\(arrays)) AS rows (\(self.names))"
    }

    /// What replaces a row that is there, but for its key.
    ///
    /// - Parameter key: The column that stays.
    func updates(but key: String) -> SQL {
        SQL(
            unsafeSQL: self.columns.map(\.name).filter { $0 != key }.map { "\($0) = excluded.\($0)" }
                .joined(separator: ", "))
    }
}
