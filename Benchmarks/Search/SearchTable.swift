import Postgres

/// The table that searches look into, filled without the indexer.
enum SearchTable {
    /// Inserts rows of all cases, whose index is made when they are there: row by row it would take an hour.
    ///
    /// - Parameter rows: An `INSERT` into `search.case_terms`.
    static func fill(_ rows: SQL, in pool: PostgresPool) async throws {
        try await pool.transaction { transaction in
            try transaction.execute(
                script: """
                    SET LOCAL maintenance_work_mem = '512MB'; SET LOCAL jit = off;
                    DROP INDEX search.case_terms_terms
                    """)
            try transaction.execute(rows)
            try transaction.execute(
                script: """
                    CREATE INDEX case_terms_terms ON search.case_terms USING gin (terms)
                        WITH (gin_pending_list_limit = 512)
                    """)
        }
        try await pool.execute("VACUUM ANALYZE search.case_terms")
    }
}
