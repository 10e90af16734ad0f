import Postgres
import RedressalTesting

/// Rows of `read.case_current` for lists: some offices, holders and states, many of them alike.
enum CaseListRows {
    /// Writes so many rows; every fourth has no deadline, every third is closed.
    static func write(_ count: Int, to database: TemporaryDatabase) async throws {
        try await database.withConnection { connection in
            try await connection.execute(
                """
                INSERT INTO read.case_current (case_id, partition, reference, workflow, workflow_version, state, office,
                    assignee, severity, opened_at, state_since, due_at, closed_at, touched_at, reopened, reassigned,
                    breached, escalation_level, paused, historical, seq, head, fields)
                SELECT 'case-' || h, 0, 'R' || n, 'w' || n % 2, 1, 's' || n % 5, 'o' || h % 6,
                       CASE WHEN h % 3 > 0 THEN 'u-' || h % 7 END, CASE WHEN n % 2 = 0 THEN 'urgent' END,
                       timestamptz '2026-01-01 00:00Z' + h % 11 * interval '1 hour', now(),
                       CASE WHEN h % 4 > 0 THEN timestamptz '2026-02-01 00:00Z' + h % 13 * interval '1 hour' END,
                       CASE WHEN h % 9 < 3 THEN now() END, now(), 0, 0, h % 5 = 0, 0, false, false, 1, '',
                       jsonb_build_object('respondent_ref', 'r-' || h % 10)
                FROM (SELECT n, abs(hashint4(n)) AS h FROM generate_series(1, \(count)::integer) AS n) AS numbers
                ON CONFLICT DO NOTHING
                """)
            try await connection.execute(
                """
                INSERT INTO read.orphan SELECT case_id, 0, 1, office, workflow, 'total', 'std', now(), '[]'
                FROM read.case_current WHERE breached AND severity IS NULL
                """)
            try await connection.execute("ANALYZE read.case_current")
        }
    }
}
