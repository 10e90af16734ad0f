import Postgres
import RedressalTesting

/// The read models, table by table, as short texts that tell whether two installations have the same rows.
enum ReadModelDigest {
    /// Everything but what differs from run to run: recording times, hashes, offsets, and the boxes of sealed values.
    private static let tables: [(name: String, columns: String)] = [
        (
            "case_current",
            """
            case_id, partition, reference, workflow, workflow_version, state, office, assignee, severity, opened_at,
            state_since, due_at, closed_at, touched_at, reopened, reassigned, breached, escalation_level, paused,
            historical, seq, fields
            """
        ),
        (
            "case_event",
            """
            case_id, seq, partition, type, name, from_state, to_state, actor_user, actor_role, actor_post, channel,
            occurred_at, command, regexp_replace(facts::text, '"(box|mac)": "[^"]*"', '"\\1": ""', 'g')
            """
        ),
        ("timer", "case_id, timer, partition, generation, due_at, historical"),
        (
            "escalation",
            """
            case_id, seq, partition, clock, level, ladder, role, post, office, holder, due_at, raised_at,
            acknowledged_at, ended_at, skipped
            """
        ),
        ("orphan", "case_id, partition, seq, office, workflow, clock, ladder, since, skipped"),
        ("void", "partition, case_id, seq, reason"),
        ("parked", "case_id, partition, seq, reason"),
    ]

    /// For every table the number of its rows and a digest of them.
    static func make(of database: Database) async throws -> [String: String] {
        var digests: [String: String] = [:]
        for table in self.tables {
            let row: SQL = """
                SELECT count(*) || ' rows ' || coalesce(md5(string_agg(md5(r::text), '' ORDER BY md5(r::text))), '')
                FROM (SELECT \(unsafeSQL: table.columns) FROM \(SQL.identifier("read", table.name))) r
                """
            digests[table.name] = try await database.texts(row).joined()
        }
        return digests
    }
}
