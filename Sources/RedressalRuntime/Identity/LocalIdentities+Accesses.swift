import Postgres
import Redressal

extension LocalIdentities {
    /// Makes a token that a program shows.
    ///
    /// - Parameters:
    ///   - length: How long it holds, in seconds.
    ///   - note: What it is for, for those who list them.
    /// - Throws: ``AccountError`` when there is no such account, or it is closed.
    package func addToken(
        for name: String, length: Int64, note: String?
    ) async throws -> (id: String, secret: AccessSecret, expires: Instant) {
        let access = NewAccess(.token, of: name, length: length, note: note, at: self.clock.now())
        let isMade = try await self.pool.transaction { transaction -> Bool in
            // Whoever closes the account at the same time waits, and ends this too.
            let open = try transaction.query(
                "SELECT 1 AS one FROM identity.account WHERE name = \(name) AND closed_at IS NULL FOR UPDATE")
            guard !open.isEmpty else { return false }
            try Self.keep(access, in: transaction)
            return true
        }
        guard isMade else {
            throw AccountError("expected an account that is not closed but there is none called \(name.quoted)")
        }
        return (access.id, access.secret, access.expires)
    }

    /// The tokens that hold.
    package func tokens() async throws -> [AccessToken] {
        let rows = try await self.pool.query(
            """
            SELECT id, account, note, created_at, expires_at FROM identity.access
            WHERE kind = 'token' AND expires_at > \(self.clock.now().timestamp) ORDER BY account, created_at, id
            """)
        return try rows.map { row in
            AccessToken(
                id: try row["id"], account: try row["account"], note: try row["note"],
                created: Instant(try row["created_at", as: PostgresTimestamp.self]),
                expires: Instant(try row["expires_at", as: PostgresTimestamp.self]))
        }
    }

    /// Ends a token.
    ///
    /// - Throws: ``AccountError`` when there is none.
    package func endToken(_ id: String) async throws {
        let ended = try await self.pool.execute("DELETE FROM identity.access WHERE kind = 'token' AND id = \(id)")
        guard ended == 1 else { throw AccountError("expected a token's id but there is none \(id.quoted)") }
    }

    /// Keeps the hash of a secret from now on, and forgets those that hold no more.
    static func keep(_ access: NewAccess, in transaction: borrowing PostgresTransaction) throws {
        _ = try transaction.execute("DELETE FROM identity.access WHERE expires_at <= \(access.begun.timestamp)")
        _ = try transaction.execute(
            """
            INSERT INTO identity.access (hash, id, account, kind, note, created_at, expires_at)
            VALUES (\(access.secret.hash), \(access.id), \(access.account), \(access.kind.rawValue), \(access.note),
                    \(access.begun.timestamp), \(access.expires.timestamp))
            ON CONFLICT (hash) DO NOTHING
            """)
    }
}
