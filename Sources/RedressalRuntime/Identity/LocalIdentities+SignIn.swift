import Crypto
import Postgres
import Redressal

extension LocalIdentities: Identities {
    package func signIn(
        _ attempt: SignInAttempt, noting: @Sendable () async throws -> Void
    ) async throws -> (secret: AccessSecret, identity: Identity) {
        try await Self.asking {
            // Who is sent away because many wait has not tried.
            try self.hasher.checkRoom()
            let now = self.clock.now()
            let (account, name) = try await self.account(of: attempt, at: now)
            let step = try self.step(of: attempt, account, at: now)
            let new = try await self.newPassword(attempt, account)
            if new != nil { try await self.note(noting, attempt: name) }
            return try await self.begin(account, step: step, newPassword: new, attempt: name, at: now)
        }
    }

    /// The account whose password comes with an attempt, and what its tries are counted under.
    ///
    /// - Throws: ``SignInRefusal``.
    func account(of attempt: SignInAttempt, at now: Instant) async throws -> (Credentials, name: [UInt8]) {
        let name = Self.hash(of: attempt.account)
        // Counted before it is looked at, so that tries at the same time are not free.
        try await self.count(name, at: now)
        let account = Programme.isID(attempt.account) ? try await self.credentials(of: attempt.account) : nil
        // An unknown name takes as long.
        let hash = account?.password.flatMap { PasswordHash(text: $0) }
        guard try await self.hasher.matches(attempt.password, hash), let account, !account.isClosed else {
            throw SignInRefusal.wrong
        }
        return (account, name)
    }

    package func identity(showing secret: AccessSecret) async throws -> Identity? {
        let rows = try await Self.asking {
            try await self.pool.query(
                """
                SELECT a.name, a.kind, s.expires_at, a.code_secret IS NOT NULL AS has_code,
                       a.code_wanted AND s.kind = 'session' AS wants_code
                FROM identity.access s JOIN identity.account a ON a.name = s.account
                WHERE s.hash = \(secret.hash) AND s.expires_at > \(self.clock.now().timestamp) AND a.closed_at IS NULL
                """)
        }
        guard let row = rows.first else { return nil }
        guard let kind = Identity.Kind(rawValue: try row["kind"]) else { return nil }
        let codes: Identity.CodeStanding = try row["has_code"] ? .on : try row["wants_code"] ? .wanted : .off
        return Identity(
            account: try row["name"], kind: kind, expires: Instant(try row["expires_at", as: PostgresTimestamp.self]),
            codes: codes)
    }

    /// Whether somebody whom an outside issuer vouches for may come in: no row is needed for that, but one that is closed, or a
    /// service's, keeps them out.
    func admits(_ name: String) async throws -> Bool {
        let rows = try await Self.asking {
            try await self.pool.query(
                "SELECT 1 AS one FROM identity.account WHERE name = \(name) AND (closed_at IS NOT NULL OR kind = 'service')"
            )
        }
        return rows.isEmpty
    }

    package func end(_ secret: AccessSecret) async throws {
        _ = try await Self.asking {
            try await self.pool.execute("DELETE FROM identity.access WHERE hash = \(secret.hash)")
        }
    }

    /// Counts a try as a failure, unless there were too many.
    ///
    /// - Throws: ``SignInRefusal`` `.wait`.
    func count(_ name: [UInt8], at now: Instant) async throws {
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

    /// The step of the code that comes with an attempt; nil when none is asked for.
    ///
    /// - Throws: ``SignInRefusal``.
    private func step(of attempt: SignInAttempt, _ account: Credentials, at now: Instant) throws -> Int64? {
        guard let wrapped = account.codeSecret else { return nil }
        guard let code = attempt.code else { throw SignInRefusal.codeMissing }
        let secret = try self.wrapping.unwrap(wrapped, for: Self.codeSubject(account.name))
            .withUnsafeBytes { Array($0) }
        guard let step = OneTimeCode.step(of: code, secret, at: now, after: account.codeStep) else {
            throw SignInRefusal.wrong
        }
        return step
    }

    /// The hash of the new password, if one comes with an attempt or has to.
    ///
    /// - Throws: ``SignInRefusal``.
    private func newPassword(_ attempt: SignInAttempt, _ account: Credentials) async throws -> String? {
        guard let new = attempt.newPassword else {
            guard !account.isExpired else { throw SignInRefusal.passwordExpired }
            return nil
        }
        let fault =
            new == attempt.password
            ? "expected a new password but found the old one"
            : PasswordRule.fault(in: new, of: account.name, hasCode: account.codeSecret != nil)
        if let fault { throw SignInRefusal.weakPassword(fault) }
        return try await self.hasher.hash(new).text
    }

    /// Writes down what is about to be changed; whoever cannot be written down had the right password, and has not failed.
    func note(_ noting: @Sendable () async throws -> Void, attempt: [UInt8]) async throws {
        do {
            try await noting()
        } catch {
            try await self.forget(attempt)
            throw error
        }
    }

    /// Begins a session, unless the account is no longer as it was read: hashing takes its time, and an administrator may
    /// have changed the password or closed the account meanwhile.
    ///
    /// - Parameters:
    ///   - step: Of the code that was used; it may be used once.
    ///   - newPassword: Ends what the old one began.
    ///   - newCode: The wrapped secret of an authenticator app that is asked for from now on; ends all sessions.
    ///   - attempt: Whose failures are forgotten.
    func begin(
        _ account: Credentials, step: Int64?, newPassword: String? = nil, newCode: [UInt8]? = nil, attempt: [UInt8],
        at now: Instant
    ) async throws -> (secret: AccessSecret, identity: Identity) {
        let access = NewAccess(.session, of: account.name, length: Self.sessionLength, at: now)
        let isBegun = try await self.pool.transaction { transaction -> Bool in
            let same = try transaction.query(
                """
                SELECT 1 AS one FROM identity.account
                WHERE name = \(account.name) AND password = \(account.password) AND closed_at IS NULL
                    AND code_secret IS NOT DISTINCT FROM \(account.codeSecret)
                    AND (code_step IS NULL OR code_step < \(step ?? Int64.max))
                FOR UPDATE
                """)
            guard !same.isEmpty else { return false }
            if let step {
                _ = try transaction.execute(
                    "UPDATE identity.account SET code_step = \(step) WHERE name = \(account.name)")
            }
            if let newCode { try Self.set(code: newCode, of: account.name, in: transaction) }
            if let newPassword {
                try Self.set(newPassword, of: account.name, expired: false, in: transaction)
            }
            _ = try transaction.execute("DELETE FROM identity.attempt WHERE name = \(attempt)")
            try Self.keep(access, in: transaction)
            return true
        }
        guard isBegun else { throw SignInRefusal.wrong }
        return (access.secret, Identity(account: account.name, kind: .person, expires: access.expires))
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
