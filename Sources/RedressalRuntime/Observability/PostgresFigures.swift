import Postgres
import Redressal

/// Questions to the database whose answers are figures: each goes by an index and looks at only so many rows.
struct PostgresFigures: Sendable {
    /// How many due timers, and how many overdue cases, are looked at.
    private static let mostTimers = 10_000
    private static let mostCases = 100_000

    let pool: PostgresPool

    /// Timers that are due and that nothing came of yet, sent or not: how many, and when the oldest was due.
    ///
    /// A timer that an engine took note of is gone; one whose command was lost is still there.
    func timersDue(at now: Instant) async throws -> (count: Int, oldest: Instant?) {
        let row = try await self.pool.query(
            """
            SELECT (
                SELECT count(*) FROM (
                    SELECT FROM read.timer
                    WHERE partition = ANY (ARRAY(SELECT partition FROM read.position)) AND NOT historical
                        AND due_at < \(now.timestamp)
                    LIMIT \(Self.mostTimers)
                ) due
            ) AS count, (
                SELECT (extract(epoch FROM min(first.due_at)) * 1000)::bigint
                FROM read.position p CROSS JOIN LATERAL (
                    SELECT t.due_at FROM read.timer t
                    WHERE t.partition = p.partition AND NOT t.historical
                    ORDER BY t.due_at LIMIT 1
                ) first
            ) AS oldest
            """)[0]
        let oldest: Int64? = try row["oldest"]
        return (try row["count"], oldest.map { Instant(milliseconds: $0) })
    }

    /// How long open cases are past due, as a histogram; of more cases than it looks at, the oldest.
    func overdueAge(at now: Instant) async throws -> HistogramCell.Figures {
        let bounds = MetricDefinition.overdueAge.buckets
        let rows = try await self.pool.query(
            """
            SELECT width_bucket(age, \(PostgresValue.int64Array(bounds.map { Int64($0) }))) AS bucket,
                   count(*) AS count, sum(age)::bigint AS sum
            FROM (
                SELECT ceil(extract(epoch FROM \(now.timestamp) - due_at))::bigint - 1
                       AS age
                FROM read.case_current
                WHERE closed_at IS NULL AND \(CaseListing.due) < \(now.timestamp)::timestamptz
                ORDER BY \(CaseListing.due) LIMIT \(Self.mostCases)
            ) overdue
            GROUP BY 1
            """)
        var figures = HistogramCell.Figures(buckets: bounds.count)
        for row in rows {
            let bucket: Int = try row["bucket"]
            figures.counts[min(max(bucket, 0), bounds.count)] += try row["count", as: Int64.self]
            figures.sum += Double(try row["sum", as: Int64.self])
        }
        return figures
    }

    /// Parked cases, orphans, and records that count for nothing.
    func flagged() async throws -> (parked: Int, orphans: Int, voids: Int) {
        let row = try await self.pool.query(
            """
            SELECT (SELECT count(*) FROM read.parked) AS parked, (SELECT count(*) FROM read.orphan) AS orphans,
                   (SELECT coalesce(sum(voided), 0)::bigint FROM read.position) AS voids
            """)[0]
        return (try row["parked"], try row["orphans"], try row["voids"])
    }

    /// Syncs of the write-ahead log, and their time in seconds where the server takes it.
    func walSyncs() async throws -> (count: Int64?, seconds: Double?) {
        // By name in JSON: later servers have these columns elsewhere.
        let row = try await self.pool.query(
            """
            SELECT (to_jsonb(w) ->> 'wal_sync')::bigint AS syncs,
                   CASE WHEN current_setting('track_wal_io_timing')::boolean
                        THEN (to_jsonb(w) ->> 'wal_sync_time')::double precision END AS milliseconds
            FROM pg_stat_wal w
            """)[0]
        let milliseconds: Double? = try row["milliseconds"]
        return (try row["syncs"], milliseconds.map { $0 / 1000 })
    }
}
