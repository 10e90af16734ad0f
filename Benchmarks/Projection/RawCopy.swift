import Postgres

/// COPY of rows that are there into tables of the same shape with the same indexes, by the server alone: what PostgreSQL
/// does at best with these rows.
struct RawCopy {
    private let pool: PostgresPool

    init(_ pool: PostgresPool) { self.pool = pool }

    /// - Parameter sources: The tables, each with which of its rows.
    /// - Returns: How long one transaction with all of it takes.
    func time(of sources: [(schema: String, table: String, rows: SQL)]) async throws -> Duration {
        let pool = self.pool
        let folder: String = try await pool.query("SELECT current_setting('data_directory')").value()
        try await pool.execute("CREATE SCHEMA bench")
        for source in sources {
            let table = SQL.identifier(source.schema, source.table)
            let file = Self.file(source.table, in: folder)
            try await pool.execute("COPY (SELECT * FROM \(table) WHERE \(source.rows)) TO \(unsafeSQL: file)")
            try await pool.execute(
                "CREATE TABLE \(SQL.identifier("bench", source.table)) (LIKE \(table) INCLUDING ALL)")
        }
        let start = ContinuousClock.now
        try await pool.transaction { transaction in
            for source in sources {
                let file = Self.file(source.table, in: folder)
                _ = try transaction.execute(
                    "COPY \(SQL.identifier("bench", source.table)) FROM \(unsafeSQL: file)")
            }
        }
        let time = start.duration(to: .now)
        try await pool.execute("DROP SCHEMA bench CASCADE")
        return time
    }

    /// A file of the server's own, as a literal: COPY takes no parameters.
    private static func file(_ table: String, in folder: String) -> String {
        "'\(folder.replacing("'", with: "''"))/bench_\(table)'"
    }
}
