import Postgres
import Redressal

extension Outbox {
    /// Takes a partition over from whichever process had it.
    ///
    /// - Parameter end: Where the partition's events end now: who has no position yet begins there, so that what was before is
    ///   told to nobody.
    func claim(_ partition: Int, startingAt end: Int64) async throws -> OutboxClaim {
        // A process that was stopped while it wrote may hold the row still.
        let row = try await self.pool.seize(
            """
            INSERT INTO notify.position AS p (partition, next_offset) VALUES (\(partition), \(end))
            ON CONFLICT (partition) DO UPDATE SET token = p.token + 1
            RETURNING token, next_offset
            """, SQL.identifier("notify", "position"), where: "partition = \(partition)")[0]
        return OutboxClaim(partition: partition, token: try row["token"], position: try row["next_offset"])
    }

    /// Writes notices and moves the position, in one transaction; notices that are there already stay as they are.
    ///
    /// - Throws: ``OutboxError`` when the claim no longer holds; then nothing was written. `PostgresError`.
    /// - Returns: How many notices were new.
    func write(_ notices: [Notice], _ claim: OutboxClaim, to next: Int64) async throws -> Int {
        let now = self.clock.now().timestamp
        return try await self.pool.transaction { transaction in
            let moved = try transaction.execute(
                """
                UPDATE notify.position SET next_offset = \(next), moved_at = \(now)
                WHERE partition = \(claim.partition) AND token = \(claim.token) AND next_offset = \(claim.position)
                """)
            guard moved == 1 else { throw OutboxError.fenced(partition: claim.partition) }
            guard !notices.isEmpty else { return 0 }
            return try transaction.pipeline(notices.map { Self.insertion(of: $0, at: now) })
                .reduce(0) { $0 + $1.affectedRows }
        }
    }

    private static func insertion(of notice: Notice, at now: PostgresTimestamp) -> SQL {
        """
        INSERT INTO notify.message
            (id, case_id, seq, recipient, medium, template, urgent, bundle, next_at, created_at, changed_at)
        VALUES (\(notice.id), \(notice.case.text), \(notice.seq), \(notice.recipient.description),
            \(notice.medium.rawValue), \(notice.template), \(notice.isUrgent), \(notice.bundle),
            \(notice.after.timestamp), \(now), \(now))
        ON CONFLICT (id) DO NOTHING
        """
    }
}
