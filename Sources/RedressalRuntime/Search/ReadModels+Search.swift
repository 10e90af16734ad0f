import Postgres
import Redressal

extension ReadModels {
    /// How far each partition is indexed.
    package func indexedPositions() async throws -> [Int: Int64] {
        try Self.positions(try await self.pool.query("SELECT partition, next_offset FROM search.position"))
    }

    /// Throws the index away and has the indexers make it anew, of all cases.
    ///
    /// - Returns: How many cases are to be indexed.
    package func forgetIndex() async throws -> Int {
        try await self.pool.transaction { transaction in
            try transaction.execute(script: "TRUNCATE search.case_terms, search.stale")
            return try transaction.execute(
                "INSERT INTO search.stale (case_id, partition) SELECT case_id, partition FROM read.case_current")
        }
    }
}
