import Postgres
import Redressal

extension LocalIdentities: AccountBook {
    /// Makes an account.
    ///
    /// - Parameter isLasting: Whether the password may stay; otherwise another has to be chosen with the first sign-in.
    /// - Returns: The password that a person signs in with; nil for a service.
    /// - Throws: ``AccountError`` when there is one of that name.
    package func add(_ name: String, kind: Identity.Kind, isLasting: Bool = false) async throws -> String? {
        let password = kind == .person ? Self.makePassword() : nil
        var hash: String?
        if let password { hash = try await self.hasher.hash(password).text }
        let made = try await self.pool.execute(
            """
            INSERT INTO identity.account (name, kind, password, expired)
            VALUES (\(name), \(kind.rawValue), \(hash), \(hash != nil && !isLasting)) ON CONFLICT DO NOTHING
            """)
        guard made == 1 else { throw AccountError("expected a new account but '\(name)' is there already") }
        return password
    }

    package func accounts() async throws -> [Account] {
        let rows = try await Self.asking {
            try await self.pool.query(
                """
                SELECT name, kind, password IS NOT NULL AS has_password, code_secret IS NOT NULL AS has_code,
                       code_wanted AND code_secret IS NULL AS wants_code, closed_at,
                       (SELECT count(*) FROM identity.access
                        WHERE account = name AND expires_at > \(self.clock.now().timestamp)) AS accesses
                FROM identity.account ORDER BY name
                """)
        }
        return try rows.map { row in
            Account(
                name: try row["name"], kind: Identity.Kind(rawValue: try row["kind"]) ?? .person,
                hasPassword: try row["has_password"], hasCode: try row["has_code"],
                wantsCode: try row["wants_code"],
                closed: try row["closed_at", as: PostgresTimestamp?.self].map { Instant($0) },
                accesses: try row["accesses"])
        }
    }

    /// Gives a person a new password for the next time, and ends all sessions and tokens.
    ///
    /// - Throws: ``AccountError`` when there is no such person.
    package func resetPassword(of name: String) async throws -> String {
        try await self.checkIsPerson(name)
        let password = Self.makePassword()
        let hash = try await self.hasher.hash(password).text
        try await self.pool.transaction { try Self.set(hash, of: name, expired: true, in: $0) }
        return password
    }

    /// Keeps an account from coming in, and ends all its sessions and tokens; or lets it come in again.
    ///
    /// - Throws: ``AccountError`` when there is no such account.
    package func set(closed: Bool, _ name: String) async throws {
        _ = try await self.account(name)
        let at: PostgresTimestamp? = closed ? self.clock.now().timestamp : nil
        try await self.pool.transaction { transaction in
            _ = try transaction.execute("UPDATE identity.account SET closed_at = \(at) WHERE name = \(name)")
            if closed { _ = try transaction.execute("DELETE FROM identity.access WHERE account = \(name)") }
        }
    }

    /// Asks for one-time codes, which the person sets up anew before they do anything else, and ends all sessions.
    ///
    /// - Throws: ``AccountError`` when there is no such person.
    package func requireCode(of name: String) async throws {
        try await self.checkIsPerson(name)
        try await self.takeCode(from: name, isWanted: true)
    }

    /// Asks for no one-time codes any more, as when a telephone is lost, and ends all sessions; a new password comes with the
    /// next sign-in, for one that stands alone is longer.
    ///
    /// - Throws: ``AccountError`` when there is no such account.
    package func removeCode(from name: String) async throws {
        _ = try await self.account(name)
        try await self.takeCode(from: name, isWanted: false)
    }

    /// What an account signs in with; nil when there is none.
    func credentials(of name: String) async throws -> Credentials? {
        let rows = try await self.pool.query(
            """
            SELECT password, expired, code_secret, code_step, closed_at IS NOT NULL AS closed
            FROM identity.account WHERE name = \(name)
            """)
        guard let row = rows.first else { return nil }
        return Credentials(
            name: name, password: try row["password"],
            isExpired: try row["expired"], codeSecret: try row["code_secret"], codeStep: try row["code_step"],
            isClosed: try row["closed"])
    }

    /// Keeps the hash of a password and ends all that the one before began.
    static func set(
        _ password: String, of name: String, expired: Bool, in transaction: borrowing PostgresTransaction
    ) throws {
        _ = try transaction.execute(
            "UPDATE identity.account SET password = \(password), expired = \(expired) WHERE name = \(name)")
        _ = try transaction.execute("DELETE FROM identity.access WHERE account = \(name)")
    }

    /// What was short beside codes has to be replaced.
    private func takeCode(from name: String, isWanted: Bool) async throws {
        try await self.pool.transaction { transaction in
            _ = try transaction.execute(
                """
                UPDATE identity.account SET expired = expired OR code_secret IS NOT NULL OR NOT \(isWanted),
                    code_secret = NULL, code_step = NULL, code_wanted = \(isWanted)
                WHERE name = \(name) AND password IS NOT NULL
                """)
            _ = try transaction.execute("DELETE FROM identity.access WHERE account = \(name) AND kind = 'session'")
        }
    }

    private func checkIsPerson(_ name: String) async throws {
        guard try await self.account(name).password != nil else {
            throw AccountError("expected a person's account but '\(name)' is a service's: give it a token")
        }
    }

    private func account(_ name: String) async throws -> Credentials {
        guard let account = try await self.credentials(of: name) else {
            throw AccountError("expected an account but there is none called \(name.quoted)")
        }
        return account
    }

    /// What the wrapped secret of an authenticator app belongs to.
    static func codeSubject(_ name: String) -> String { "one-time-code/\(name)" }

    /// A hundred random bits, in groups that can be read out.
    private static func makePassword() -> String {
        let text = Base32.encode(SystemRandom.bytes(13)).prefix(20).lowercased()
        return stride(from: 0, to: 20, by: 5).map { start in
            String(text.dropFirst(start).prefix(5))
        }.joined(separator: "-")
    }
}
