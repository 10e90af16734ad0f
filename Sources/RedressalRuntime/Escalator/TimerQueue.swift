import Postgres
import Redressal

/// The standing timers in the read models.
package struct TimerQueue: DueTimers {
    /// After how long a timer is sent again when nothing came of it, in milliseconds.
    private static let resendAfter: Int64 = 30_000

    /// Asked again when a row is changed: another worker may have just sent it.
    private static let isToSend: SQL =
        "(sent_at IS NULL OR sent_at < clock_timestamp() - \(Self.resendAfter) * interval '1 millisecond')"

    private let pool: PostgresPool

    package init(pool: PostgresPool) { self.pool = pool }

    package func claim(_ partitions: Set<Int>, before instant: Instant, limit: Int) async throws -> [DueTimer] {
        guard !partitions.isEmpty else { return [] }
        let owned = PostgresValue.int64Array(partitions.map(Int64.init))
        let rows = try await self.pool.query(
            """
            WITH due AS (
                SELECT d.case_id, d.timer FROM unnest(\(owned)) AS owned (partition)
                -- Each partition's earliest by themselves: together they would be sorted, however many are due.
                CROSS JOIN LATERAL (
                    SELECT case_id, timer, due_at FROM read.timer
                    WHERE partition = owned.partition AND NOT historical
                      AND due_at < \(instant.timestamp) AND \(Self.isToSend)
                    ORDER BY due_at LIMIT \(limit)
                ) AS d
                ORDER BY d.due_at LIMIT \(limit)
            )
            UPDATE read.timer AS t SET sent_at = clock_timestamp()
            FROM due WHERE t.case_id = due.case_id AND t.timer = due.timer AND \(Self.isToSend)
            RETURNING t.case_id, t.timer, t.generation, (extract(epoch FROM t.due_at) * 1000)::bigint AS due
            """)
        return try rows.compactMap { row in
            guard let timer = TimerID(try row["timer", as: String.self]) else { return nil }
            return DueTimer(
                case: CaseID(try row["case_id"]), timer: timer, generation: try row["generation"],
                due: Instant(milliseconds: try row["due"]))
        }.sorted { ($0.due, $0.case, $0.timer) < ($1.due, $1.case, $1.timer) }
    }
}
