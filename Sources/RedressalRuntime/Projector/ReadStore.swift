import Postgres
import Redressal

/// The tables of one set of read models, written one batch a transaction.
package struct ReadStore: ProjectionStore {
    /// Notified with the partition's number after every batch of the live set.
    package static let channel = "redressal_read"

    let pool: PostgresPool
    private let set: ReadSet
    /// The schema the tables are in.
    private var schema: String { self.set.rawValue }

    package init(pool: PostgresPool, set: ReadSet = .live) {
        self.pool = pool
        self.set = set
    }

    package func claim(_ partition: Int) async throws -> PartitionClaim {
        let table = SQL.identifier(self.schema, "position")
        // A worker that was stopped while it wrote may hold the row still.
        let row = try await self.pool.seize(
            """
            INSERT INTO \(table) AS p (partition, next_offset, epoch, token, snapshots)
            VALUES (\(partition), 0, 0, 1, \(SnapshotStore.version))
            ON CONFLICT (partition) DO UPDATE SET token = p.token + 1
            RETURNING token, next_offset, epoch
            """, table, where: "partition = \(partition)")[0]
        return PartitionClaim(
            partition: partition, token: try row["token"], position: try row["next_offset"], epoch: try row["epoch"])
    }

    package func states(of cases: Set<CaseID>) async throws -> [CaseID: CaseState] {
        guard !cases.isEmpty else { return [:] }
        let table = SQL.identifier(self.schema, "case_state")
        let rows = try await self.pool.query(
            "SELECT state FROM \(table) WHERE case_id = ANY (\(PostgresValue.textArray(cases.map(\.text))))")
        var states: [CaseID: CaseState] = [:]
        for row in rows {
            let text: String = try row["state"]
            let state = try CanonicalJSON.decode(CaseState.self, from: Array(text.utf8))
            states[state.id] = state
        }
        return states
    }

    package func write(_ changes: RowChanges, _ claim: PartitionClaim, to next: Int64, epoch: Int64) async throws {
        let statements = try RowStatements(changes, schema: self.schema)
        let position = SQL.identifier(self.schema, "position")
        let recorded = changes.recorded.map(\.timestamp)
        try await self.pool.transaction { transaction in
            let found = try transaction.query(
                "SELECT token, next_offset FROM \(position) WHERE partition = \(claim.partition) FOR UPDATE")[0]
            guard try found["token", as: Int64.self] == claim.token else {
                throw ProjectionError.fenced(partition: claim.partition)
            }
            let at: Int64 = try found["next_offset"]
            guard at == claim.position else {
                throw ProjectionError.positionMoved(partition: claim.partition, expected: claim.position, found: at)
            }
            try statements.run(in: transaction)
            _ = try transaction.execute(
                """
                UPDATE \(position)
                SET next_offset = \(next), epoch = \(epoch), accepted = accepted + \(changes.accepted),
                    voided = voided + \(changes.voids.count), moved_at = clock_timestamp(),
                    recorded_at = greatest(recorded_at, \(recorded))
                WHERE partition = \(claim.partition)
                """)
            if self.set == .live { try transaction.notify(Self.channel, payload: "\(claim.partition)") }
        }
    }
}
