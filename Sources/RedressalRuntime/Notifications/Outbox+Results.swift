import Postgres
import Redressal

extension Outbox {
    /// What became of notices that were claimed.
    enum Result: Sendable {
        /// Whoever delivers has it.
        case sent
        case suppressed(SuppressionReason)
        /// Not now; whether it may have gone out before, so that it has to keep its id.
        case postponed(Instant, isRepeated: Bool)
        case failed(code: String, again: Instant?)
    }

    /// Notes what became of notices; of those that no longer wait nothing changes.
    func note(_ result: Result, of ids: [String]) async throws {
        guard !ids.isEmpty else { return }
        let change: SQL =
            switch result {
            case .sent: "state = 'sent', last_error = NULL"
            case .suppressed(let reason): "state = 'suppressed', reason = \(reason.rawValue), delivery = NULL"
            case .postponed(let instant, isRepeated: true):
                "attempts = attempts - 1, next_at = \(instant.timestamp)"
            case .postponed(let instant, isRepeated: false):
                "attempts = attempts - 1, next_at = \(instant.timestamp), delivery = NULL"
            case .failed(let code, let again?): "last_error = \(code), next_at = \(again.timestamp)"
            case .failed(let code, nil): "last_error = \(code), state = 'dead'"
            }
        try await self.pool.execute(
            """
            UPDATE notify.message SET \(change), changed_at = \(self.clock.now().timestamp)
            WHERE id = ANY (\(PostgresValue.textArray(ids))) AND state = 'pending'
            """)
    }
}

extension Outbox: DeliveryReceipts {
    package func note(_ receipt: DeliveryReceipt) async throws -> Bool {
        let changed = try await self.pool.execute(
            """
            UPDATE notify.message
            SET state = \(receipt.result.rawValue), last_error = \(receipt.code), changed_at = \(self.clock.now().timestamp)
            WHERE delivery = \(receipt.message) AND state = 'sent'
            """)
        guard changed == 0 else { return true }
        // A receipt may come before it is noted that the message was taken, or come again.
        let known: Bool = try await self.pool.query(
            "SELECT EXISTS (SELECT FROM notify.message WHERE delivery = \(receipt.message) AND state <> 'pending')"
        ).value()
        return known
    }
}
