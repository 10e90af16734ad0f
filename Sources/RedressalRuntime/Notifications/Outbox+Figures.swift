import Postgres
import Redressal

extension Outbox {
    /// A message that was given up, or that a gateway could not deliver.
    package struct Letter: Hashable, Sendable, Encodable {
        package let id: String
        package let reference: String?
        package let recipient: String
        package let medium: String
        package let template: String
        package let state: String
        package let attempts: Int
        package let error: String?
        package let since: Instant
    }

    /// How many notices there are, by state and reason.
    package func counts() async throws -> [NoticeCount] {
        let rows = try await self.pool.query(
            "SELECT state, reason, count(*) AS notices FROM notify.message GROUP BY 1, 2 ORDER BY 1, 2 NULLS FIRST")
        return try rows.map { NoticeCount(try $0["state"], try $0["reason"], notices: try $0["notices"]) }
    }

    /// How many are due now and wait, since when the oldest has, and how many are dead or failed.
    package func waiting() async throws -> (due: Int, oldest: Instant?, dead: Int) {
        let row = try await self.pool.query(
            """
            SELECT count(*) FILTER (WHERE state = 'pending' AND next_at <= \(self.clock.now().timestamp)) AS due,
                (extract(epoch FROM min(next_at) FILTER (WHERE state = 'pending')) * 1000)::bigint AS oldest,
                count(*) FILTER (WHERE state <> 'pending') AS dead
            FROM notify.message WHERE state IN ('pending', 'dead', 'failed')
            """)[0]
        return (try row["due"], try row["oldest", as: Int64?.self].map { Instant(milliseconds: $0) }, try row["dead"])
    }

    /// Dead and failed messages, the latest first.
    package func dead(limit: Int) async throws -> [Letter] {
        let rows = try await self.pool.query(
            """
            SELECT m.id, c.reference, m.recipient, m.medium, m.template, m.state, m.attempts, m.last_error, m.changed_at
            FROM notify.message AS m LEFT JOIN read.case_current AS c USING (case_id)
            WHERE m.state IN ('dead', 'failed') ORDER BY m.changed_at DESC, m.id LIMIT \(limit)
            """)
        return try rows.map { row in
            Letter(
                id: try row["id"], reference: try row["reference"], recipient: try row["recipient"],
                medium: try row["medium"], template: try row["template"], state: try row["state"],
                attempts: try row["attempts"], error: try row["last_error"],
                since: Instant(try row["changed_at", as: PostgresTimestamp.self]))
        }
    }

    /// Has dead and failed messages sent again.
    ///
    /// A dead one keeps its id, because a gateway may have got it; one that a gateway has got and could not deliver gets a new
    /// one, because under the old one it would be a copy.
    /// - Parameter ids: Of notices; nil for all.
    /// - Returns: How many notices wait again.
    package func retry(_ ids: [String]?) async throws -> Int {
        let chosen: SQL = ids.map { "id = ANY (\(PostgresValue.textArray($0)))" } ?? "true"
        let now = self.clock.now().timestamp
        return try await self.pool.execute(
            """
            UPDATE notify.message
            SET state = 'pending', attempts = 0, next_at = \(now), changed_at = \(now),
                delivery = CASE state WHEN 'failed' THEN md5(delivery || '/' || changed_at)::uuid::text ELSE delivery END
            WHERE state IN ('dead', 'failed') AND \(chosen)
            """)
    }
}
