import Crypto
import Postgres
import Redressal

/// One-time codes as people set them up themselves: nobody else sees the secret.
extension LocalIdentities {
    package func proposeCode(for account: String) async throws -> ProposedCode {
        let secret = SystemRandom.bytes(20)
        let sealed = try self.wrapping.wrap(SymmetricKey(data: secret), for: Self.proposalSubject(account))
        return ProposedCode(secret: secret, sealed: Base64URL.encode(sealed))
    }

    package func acceptCode(
        _ attempt: SignInAttempt, of sealed: String, noting: @Sendable () async throws -> Void
    ) async throws -> (secret: AccessSecret, identity: Identity) {
        try await Self.asking {
            try self.hasher.checkRoom()
            let now = self.clock.now()
            let (account, name) = try await self.account(of: attempt, at: now)
            // Another telephone is for an administrator to ask for: whoever sits before an open session has the password at most.
            guard account.codeSecret == nil, let bytes = Base64URL.decode(sealed),
                let key = try? self.wrapping.unwrap(bytes, for: Self.proposalSubject(account.name))
            else { throw SignInRefusal.wrong }
            guard !account.isExpired else { throw SignInRefusal.passwordExpired }
            let secret = key.withUnsafeBytes { Array($0) }
            guard let step = OneTimeCode.step(of: attempt.code ?? "", secret, at: now, after: nil) else {
                throw SignInRefusal.wrong
            }
            let wrapped = try self.wrapping.wrap(key, for: Self.codeSubject(account.name))
            try await self.note(noting, attempt: name)
            return try await self.begin(account, step: step, newCode: wrapped, attempt: name, at: now)
        }
    }

    /// Keeps the secret of an authenticator app, and ends all sessions.
    static func set(
        code secret: [UInt8], of name: String, in transaction: borrowing PostgresTransaction
    ) throws {
        _ = try transaction.execute(
            "UPDATE identity.account SET code_secret = \(secret), code_wanted = false WHERE name = \(name)")
        _ = try transaction.execute("DELETE FROM identity.access WHERE account = \(name) AND kind = 'session'")
    }

    /// What a secret that is only proposed belongs to.
    private static func proposalSubject(_ name: String) -> String { "proposed-one-time-code/\(name)" }
}
