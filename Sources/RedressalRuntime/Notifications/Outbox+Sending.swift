import Postgres
import Redressal

extension Outbox {
    /// For how long a claimed message is left to whoever claimed it, in seconds; then it is sent again under the same id.
    static let lease: Int64 = 120

    /// Takes messages that are due, the oldest first, together with all that goes out with them.
    ///
    /// Whoever takes them has as long as ``lease``. One process takes at a time, so that no digest is split in two.
    func claimDue(limit: Int) async throws -> [OutboxBundle] {
        let now = self.clock.now()
        let rows = try await self.pool.transaction { transaction in
            _ = try transaction.query("SELECT pg_advisory_xact_lock(hashtext('redressal outbox'))")
            return try transaction.query(
                """
                WITH heads AS (
                    SELECT DISTINCT bundle FROM (
                        SELECT coalesce(delivery, bundle) AS bundle FROM notify.message
                        WHERE state = 'pending' AND next_at <= \(now.timestamp) ORDER BY next_at, id LIMIT \(limit)
                    ) AS due
                ), firsts AS (
                    SELECT heads.bundle, min(m.id) AS id FROM heads
                    JOIN notify.message AS m ON coalesce(m.delivery, m.bundle) = heads.bundle
                    WHERE m.state = 'pending' AND m.next_at <= \(now.timestamp) GROUP BY heads.bundle
                ), taken AS (
                    SELECT m.id, m.next_at, firsts.id AS first FROM firsts
                    JOIN notify.message AS m ON coalesce(m.delivery, m.bundle) = firsts.bundle
                    WHERE m.state = 'pending' AND m.next_at <= \(now.timestamp) FOR UPDATE OF m
                )
                UPDATE notify.message AS m
                SET attempts = m.attempts + 1, delivery = coalesce(m.delivery, taken.first),
                    next_at = \(now.advanced(bySeconds: Self.lease).timestamp)
                FROM taken WHERE m.id = taken.id
                RETURNING m.id, m.case_id, m.recipient, m.medium, m.template, m.urgent, m.attempts, m.delivery,
                    (extract(epoch FROM taken.next_at) * 1000)::bigint AS due
                """)
        }
        return try Self.bundles(rows)
    }

    private static func bundles(_ rows: PostgresResult) throws -> [OutboxBundle] {
        var items: [String: [OutboxBundle.Item]] = [:]
        var media: [String: MessageMedium] = [:]
        for row in rows {
            // The table allows no others.
            guard let recipient = MessageRecipient(try row["recipient", as: String.self]),
                let medium = MessageMedium(rawValue: try row["medium"])
            else { continue }
            let delivery: String = try row["delivery"]
            media[delivery] = medium
            items[delivery, default: []].append(
                OutboxBundle.Item(
                    id: try row["id"], case: CaseID(try row["case_id"]), recipient: recipient,
                    template: try row["template"], isUrgent: try row["urgent"], attempts: try row["attempts"],
                    due: Instant(milliseconds: try row["due"])))
        }
        return media.sorted { $0.key < $1.key }.map { delivery, medium in
            OutboxBundle(
                delivery: delivery, medium: medium, items: (items[delivery] ?? []).sorted { $0.id < $1.id })
        }
    }
}
