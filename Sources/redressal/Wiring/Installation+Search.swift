import Redressal
import RedressalRuntime

extension Installation {
    /// Finds cases by words.
    ///
    /// - Throws: `VaultError` when the key file is missing or another than the installation's.
    func search() async throws -> SearchIndex {
        SearchIndex(views: self.views, key: try await self.vault().wrapping.searchKey)
    }

    /// Keeps the index up to date.
    ///
    /// - Throws: As above.
    func searchIndexer() async throws -> SearchIndexer {
        let definitions = self.definitions
        let store = SearchStore(pool: self.pool, vault: try await self.vault()) { definitions.catalog() }
        return SearchIndexer(
            log: self.log, store: store, logger: self.logger, telemetry: self.telemetry,
            join: self.membership(group: "redressal-search"))
    }
}
