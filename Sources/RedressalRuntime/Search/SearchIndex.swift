import Postgres
import Redressal

/// Finds cases in the index, and shows them as the read models have them now.
package struct SearchIndex: CaseSearch {
    private let views: ReadModels
    private let key: SearchKey

    package init(views: ReadModels, key: SearchKey) {
        self.views = views
        self.key = key
    }

    package func find(_ query: SearchQuery, in filter: CaseFilter, limit: Int) async throws -> CaseFindings {
        let steps = SearchSteps(query, filter, limit: limit, self.key)
        return try await self.views.asking { pool in
            try await pool.transaction { transaction in
                // A plan that reads a whole table may look cheap, because words are taken to be independent of each other.
                try transaction.execute(script: "SET LOCAL enable_seqscan = off; SET LOCAL jit = off")
                return try steps.run(in: transaction)
            }
        }
    }
}
