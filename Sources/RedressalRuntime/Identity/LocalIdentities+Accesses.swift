import Foundation
import Postgres
import Redressal

extension LocalIdentities {
    /// What a secret stands for.
    enum AccessKind: String {
        case session
        case token
    }

    /// Makes a token that a program shows.
    ///
    /// - Parameters:
    ///   - length: How long it holds, in seconds.
    ///   - note: What it is for, for those who list them.
    /// - Throws: ``AccountError`` when there is no such account, or it is closed.
    package func addToken(
        for name: String, length: Int64, note: String?
    ) async throws -> (secret: AccessSecret, expires: Instant) {
        let accounts = try await self.accounts()
        guard let account = accounts.first(where: { $0.name == name }), account.closed == nil else {
            throw AccountError("expected an account that is not closed but there is none called \(name.quoted)")
        }
        let (secret, identity) = try await self.begin(.token, of: name, kind: account.kind, length: length, note: note)
        return (secret, identity.expires)
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

    func begin(
        _ access: AccessKind, of account: String, kind: Identity.Kind, length: Int64, note: String? = nil
    ) async throws -> (secret: AccessSecret, identity: Identity) {
        let now = self.clock.now()
        let expires = now.advanced(bySeconds: length)
        let secret = AccessSecret(bytes: SystemRandom.bytes(32))
        let id = UUID().uuidString.lowercased()
        try await self.pool.transaction { transaction in
            _ = try transaction.execute("DELETE FROM identity.access WHERE expires_at <= \(now.timestamp)")
            _ = try transaction.execute(
                """
                INSERT INTO identity.access (hash, id, account, kind, note, created_at, expires_at)
                VALUES (\(secret.hash), \(id), \(account), \(access.rawValue), \(note), \(now.timestamp), \(expires.timestamp))
                ON CONFLICT (hash) DO NOTHING
                """)
        }
        return (secret, Identity(account: account, kind: kind, expires: expires))
    }
}
