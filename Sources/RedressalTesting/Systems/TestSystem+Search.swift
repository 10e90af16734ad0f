import Postgres
import Redressal
import RedressalRuntime

extension TestSystem {
    /// Starts an indexer.
    @discardableResult
    package func startIndexer(_ name: String = "indexer") -> TestRole {
        let configuration = self.database.configuration
        let partitions = self.log.partitionCount
        let definitions = self.definitions
        let store = SearchStore(pool: self.pool, vault: self.vault) { definitions.catalog() }
        let indexer = SearchIndexer(log: self.log, store: store, logger: .tests, telemetry: self.telemetry) {
            PostgresMembership(configuration, group: "indexers", partitions: partitions, name: name, logger: .tests)
        }
        return self.keep(TestRole { try await indexer.run() })
    }

    /// Waits until every event's case is indexed.
    package func indexed() async throws {
        try await self.wait(for: "every case to be indexed") {
            let positions = try await self.views.indexedPositions()
            for (partition, end) in try await self.log.ends(of: .events) where positions[partition] ?? -1 < end {
                return false
            }
            return try await self.pool.query("SELECT count(*) FROM search.stale").value(as: Int.self) == 0
        }
    }

    /// The ids of the cases that words find.
    package func found(_ words: String, in filter: CaseFilter = CaseFilter(), limit: Int = 50) async throws -> [String]
    {
        let search = SearchIndex(views: self.views, key: self.vault.wrapping.searchKey)
        return try await search.find(SearchQuery(words), in: filter, limit: limit).cases.map(\.id.text)
    }
}
