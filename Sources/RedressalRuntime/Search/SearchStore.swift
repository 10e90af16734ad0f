import Postgres
import Redressal

/// The index's tables, written one batch a transaction.
package struct SearchStore: Sendable {
    /// An indexer's claim on one partition: its token is checked in every transaction that writes.
    struct Claim: Sendable {
        let partition: Int
        let token: Int64
        /// The offset to read next.
        var position: Int64
    }

    private static let position = SQL.identifier("search", "position")

    private let pool: PostgresPool
    private let vault: Vault
    private let key: SearchKey
    private let catalog: @Sendable () -> DefinitionCatalog

    /// - Parameter catalog: Tells which fields hold personal codes.
    package init(pool: PostgresPool, vault: Vault, catalog: @escaping @Sendable () -> DefinitionCatalog) {
        self.pool = pool
        self.vault = vault
        self.key = vault.wrapping.searchKey
        self.catalog = catalog
    }

    /// Takes a partition over from whichever indexer had it; the first one has all its cases to index.
    func claim(_ partition: Int) async throws -> Claim {
        // All in one statement, so that the cases are those of the position.
        let row = try await self.pool.seize(
            """
            WITH claimed AS (
                INSERT INTO search.position AS p (partition, next_offset, token)
                SELECT \(partition), coalesce(max(next_offset), 0), 1 FROM read.position WHERE partition = \(partition)
                ON CONFLICT (partition) DO UPDATE SET token = p.token + 1
                RETURNING token, next_offset, p.xmax = 0 AS is_new
            ), begun AS (
                INSERT INTO search.stale (case_id, partition)
                SELECT case_id, partition FROM read.case_current
                WHERE partition = \(partition) AND (SELECT is_new FROM claimed)
                ON CONFLICT DO NOTHING
            )
            SELECT token, next_offset FROM claimed
            """, Self.position, where: "partition = \(partition)")[0]
        return Claim(partition: partition, token: try row["token"], position: try row["next_offset"])
    }

    /// Whether the read models hold a partition's events up to an offset.
    func isFolded(_ offset: Int64, of partition: Int) async throws -> Bool {
        try await ReadModels(pool: self.pool).reaches(offset, of: partition)
    }

    /// Cases that are to be indexed anew.
    func stale(_ partition: Int, most: Int) async throws -> [CaseID] {
        try await self.pool.query("SELECT case_id FROM search.stale WHERE partition = \(partition) LIMIT \(most)")
            .values(as: String.self).map { CaseID($0) }
    }

    /// Indexes cases as the read models have them, and moves the position.
    ///
    /// - Parameter next: The offset to read next.
    /// - Throws: ``ProjectionError`` when the claim no longer holds; then nothing was written.
    func index(_ cases: [CaseID], _ claim: Claim, to next: Int64) async throws {
        let ids = PostgresValue.textArray(cases.map(\.text))
        try await self.pool.transaction { transaction in
            let token: Int64 = try transaction.query(
                "SELECT token FROM search.position WHERE partition = \(claim.partition) FOR UPDATE"
            ).value()
            guard token == claim.token else { throw ProjectionError.fenced(partition: claim.partition) }
            try SearchErasure.holdOff(in: transaction)
            let states = try Self.states(
                transaction.query("SELECT state FROM read.case_state WHERE case_id = ANY (\(ids))"))
            let subjects = states.reduce(into: Set()) { $0.formUnion($1.subjects) }
            let keys = try self.vault.remainingKeys(of: subjects, in: transaction)
            if let rows = self.rows(of: states, claim.partition, keys) { try transaction.execute(rows) }
            try transaction.pipeline([
                "DELETE FROM search.stale WHERE case_id = ANY (\(ids))",
                "UPDATE search.position SET next_offset = \(next) WHERE partition = \(claim.partition)",
            ])
        }
    }

    private static func states(_ rows: PostgresResult) throws -> [CaseState] {
        try rows.map { row in
            let text: String = try row["state"]
            return try CanonicalJSON.decode(CaseState.self, from: Array(text.utf8))
        }
    }

    /// What inserts the cases' rows, or replaces those that are others now; nil for no case.
    private func rows(of states: [CaseState], _ partition: Int, _ keys: PersonKeys) -> SQL? {
        guard !states.isEmpty else { return nil }
        let catalog = self.catalog()
        var rows = ArrayRows()
        rows.add("case_id", states.map(\.id.text))
        rows.add("partition", states.map { _ in partition })
        rows.add("terms", states.map { self.terms(of: $0, catalog, keys) }, as: "bigint[]")
        return """
            INSERT INTO search.case_terms AS t (\(rows.names)) \(rows.selection)
            ON CONFLICT (case_id) DO UPDATE SET \(rows.updates(but: "case_id")) WHERE t.terms <> excluded.terms
            """
    }

    /// As an array literal: PostgreSQL has no arrays of arrays of different lengths.
    private func terms(of state: CaseState, _ catalog: DefinitionCatalog, _ keys: PersonKeys) -> String {
        // What is in a lane, or went there, nobody finds by its words.
        guard catalog.lane(of: state.workflow.name) == nil, !catalog.isHandedOver(state) else { return "{}" }
        let terms = state.terms(catalog.workflow(state.workflow)) { sealed, field in
            try? keys.open(sealed, context: "\(state.id)/\(field)")
        }
        return "{\(self.key.numbers(of: terms).map { String($0) }.joined(separator: ","))}"
    }
}
