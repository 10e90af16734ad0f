import Crypto
import Postgres
import Redressal

extension LocalIdentities: Identities {
    package func signIn(_ attempt: SignInAttempt) async throws -> (secret: AccessSecret, identity: Identity) {
        try await Self.asking {
            let now = self.clock.now()
            let name = Array(SHA256.hash(data: Array(attempt.account.utf8)))
            // Counted before it is looked at, so that tries at the same time are not free.
            try await self.count(name, at: now)
            let account = Identity.isName(attempt.account) ? try await self.credentials(of: attempt.account) : nil
            // An unknown name takes as long.
            guard try await self.hasher.matches(attempt.password, account?.password), let account, !account.isClosed
            else { throw SignInRefusal.wrong }
            try await self.checkCode(attempt, account, at: now)
            try await self.change(attempt, account)
            _ = try await self.pool.execute("DELETE FROM identity.attempt WHERE name = \(name)")
            return try await self.begin(.session, of: account.name, kind: .person, length: Self.sessionLength)
        }
    }

    package func identity(showing secret: AccessSecret) async throws -> Identity? {
        let rows = try await Self.asking {
            try await self.pool.query(
                """
                SELECT a.name, a.kind, s.expires_at FROM identity.access s JOIN identity.account a ON a.name = s.account
                WHERE s.hash = \(secret.hash) AND s.expires_at > \(self.clock.now().timestamp) AND a.closed_at IS NULL
                """)
        }
        guard let row = rows.first else { return nil }
        guard let kind = Identity.Kind(rawValue: try row["kind"]) else { return nil }
        return Identity(
            account: try row["name"], kind: kind, expires: Instant(try row["expires_at", as: PostgresTimestamp.self]))
    }

    package func end(_ secret: AccessSecret) async throws {
        _ = try await Self.asking {
            try await self.pool.execute("DELETE FROM identity.access WHERE hash = \(secret.hash)")
        }
    }

    /// Counts a try as a failure, unless there were too many.
    ///
    /// - Throws: ``SignInRefusal`` `.wait`.
    private func count(_ name: [UInt8], at now: Instant) async throws {
        let wait = try await self.pool.transaction { transaction -> Instant? in
            // Whoever tries the same name at the same time waits here.
            _ = try transaction.execute(
                """
                INSERT INTO identity.attempt (name, failures, last_at) VALUES (\(name), 0, \(now.timestamp))
                ON CONFLICT (name) DO UPDATE SET name = excluded.name
                """)
            let rows = try transaction.query("SELECT failures, last_at FROM identity.attempt WHERE name = \(name)")
            guard let row = rows.first else { return nil }
            let last = Instant(try row["last_at", as: PostgresTimestamp.self])
            if let end = Lockout.end(after: try row["failures"], last: last, now: now) { return end }
            _ = try transaction.execute(
                "UPDATE identity.attempt SET failures = failures + 1, last_at = \(now.timestamp) WHERE name = \(name)")
            _ = try transaction.execute(
                "DELETE FROM identity.attempt WHERE last_at < \(now.advanced(bySeconds: -86_400).timestamp)")
            return nil
        }
        if let wait { throw SignInRefusal.wait(until: wait) }
    }

    private func checkCode(_ attempt: SignInAttempt, _ account: Credentials, at now: Instant) async throws {
        guard let wrapped = account.codeSecret else { return }
        guard let code = attempt.code else { throw SignInRefusal.codeMissing }
        let secret = try self.wrapping.unwrap(wrapped, for: Self.codeSubject(account.name))
            .withUnsafeBytes { Array($0) }
        guard let step = OneTimeCode.step(of: code, secret, at: now, after: account.codeStep) else {
            throw SignInRefusal.wrong
        }
        let used = try await self.pool.execute(
            """
            UPDATE identity.account SET code_step = \(step)
            WHERE name = \(account.name) AND (code_step IS NULL OR code_step < \(step))
            """)
        // Somebody else was quicker with the same code.
        guard used == 1 else { throw SignInRefusal.wrong }
    }

    /// Sets the new password, if one comes with it or has to, and ends what the old one began.
    private func change(_ attempt: SignInAttempt, _ account: Credentials) async throws {
        guard let new = attempt.newPassword else {
            guard !account.isExpired else { throw SignInRefusal.passwordExpired }
            return
        }
        let fault =
            new == attempt.password
            ? "expected a new password but found the old one"
            : PasswordRule.fault(in: new, of: account.name, hasCode: account.codeSecret != nil)
        if let fault { throw SignInRefusal.weakPassword(fault) }
        try await self.set(try await self.hasher.hash(new), of: account.name, expired: false)
    }

    /// Says of a database that is away what the port says.
    static func asking<T: Sendable>(_ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let error as PostgresError where error.isAbsence {
            throw ViewsUnavailable("expected the accounts to answer but they do not: \(error)")
        } catch let error as PasswordHasherBusy {
            throw ViewsUnavailable(error.description)
        }
    }
}
