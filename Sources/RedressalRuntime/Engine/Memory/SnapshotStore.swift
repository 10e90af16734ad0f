import Postgres
import Redressal

/// Cases as the live read models hold them, and answers that engines keep beside them.
package struct SnapshotStore: CaseSnapshots {
    /// The version of what workers store; raise it when a state is stored or folded in another way.
    package static let version = 1

    let pool: PostgresPool

    package init(pool: PostgresPool) { self.pool = pool }

    package func start(of partition: Int) async throws -> SnapshotStart? {
        let rows = try await self.pool.query(
            """
            SELECT coalesce(p.next_offset, 0) AS events, coalesce(p.epoch, 0) AS epoch, p.recorded_at,
                   coalesce(a.next_offset, 0) AS outcomes, coalesce(p.snapshots, \(Self.version)) AS version
            FROM (SELECT \(partition)::integer AS partition) one
            LEFT JOIN read.position p USING (partition) LEFT JOIN engine.answer_position a USING (partition)
            """)
        guard let row = rows.first, try row["version", as: Int.self] == Self.version else { return nil }
        let recorded: PostgresTimestamp? = try row["recorded_at"]
        return SnapshotStart(
            events: try row["events"], epoch: try row["epoch"],
            recorded: recorded.map { Instant($0) }, outcomes: try row["outcomes"])
    }

    package func load(_ cases: Set<CaseID>, of partition: Int, notBefore start: Int64) async throws -> StoredCases {
        let ids = PostgresValue.textArray(cases.map(\.text))
        // One statement, so that all of it is of one moment.
        let rows = try await self.pool.query(
            """
            SELECT next_offset AS number, snapshots AS seq, NULL AS case_id, NULL AS state, NULL AS command,
                   NULL AS request, NULL AS rejection, recorded_at
            FROM read.position WHERE partition = \(partition)
            UNION ALL
            SELECT NULL, NULL, case_id, state, NULL, NULL, NULL, NULL FROM read.case_state WHERE case_id = ANY (\(ids))
            UNION ALL
            SELECT count(*), max(seq), case_id, NULL, command, max(request), NULL, NULL FROM read.case_event
            WHERE case_id = ANY (\(ids)) GROUP BY case_id, command
            UNION ALL
            SELECT 0, seq, case_id, NULL, command, request, rejection, NULL FROM engine.answer
            WHERE case_id = ANY (\(ids))
            """)
        var position: Int64 = 0
        var recorded: PostgresTimestamp?
        var snapshots = Dictionary(uniqueKeysWithValues: cases.map { ($0, CaseSnapshot()) })
        for row in rows {
            if let id: String = try row["case_id"] {
                try Self.add(row, to: &snapshots[CaseID(id), default: CaseSnapshot()])
            } else {
                position = try row["number"]
                recorded = try row["recorded_at"]
                guard try row["seq", as: Int.self] == Self.version else {
                    throw SnapshotError.otherVersion(partition: partition)
                }
            }
        }
        guard position >= start else {
            throw SnapshotError.behind(partition: partition, position: position, expected: start)
        }
        return StoredCases(snapshots, recorded: recorded.map { Instant($0) })
    }

    private static func add(_ row: PostgresRow, to snapshot: inout CaseSnapshot) throws {
        guard let command: String = try row["command"] else {
            let state: String = try row["state"]
            snapshot.state = try CanonicalJSON.decode(CaseState.self, from: Array(state.utf8))
            return
        }
        let rejection: String? = try row["rejection"]
        let answer = Answer(
            request: try row["request"],
            rejection: try rejection.map { try CanonicalJSON.decode(Rejection.self, from: Array($0.utf8)) },
            seq: try row["seq"], events: try row["number"])
        // What led to events is not in the other table, unless somebody else refused it since.
        guard snapshot.answers[CommandID(command)]?.events ?? 0 == 0 else { return }
        snapshot.answers[CommandID(command)] = answer
    }
}
