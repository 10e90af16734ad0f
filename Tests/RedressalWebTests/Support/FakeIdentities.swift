import Redressal
import Synchronization

/// Accounts in memory; each has its name as its password.
final class FakeIdentities: Identities, Sendable {
    private struct State {
        var identities: [AccessSecret: Identity] = [:]
        var codes: [String: Identity.CodeStanding] = [:]
        var latest: AccessSecret?
        var attempts: [SignInAttempt] = []
        var changed: [String] = []
        var refusal: SignInRefusal?
        var failure: ViewsUnavailable?
    }

    static let expires = Instant(seconds: 1_775_838_600)
    private let state = Mutex(State())

    /// What people said when they signed in.
    var attempts: [SignInAttempt] { self.state.withLock { $0.attempts } }

    /// Who has another password or codes since.
    var changed: [String] { self.state.withLock { $0.changed } }

    /// The last secret that was given out.
    var latest: AccessSecret? { self.state.withLock { $0.latest } }

    /// A secret that holds.
    func secret(of account: String, kind: Identity.Kind = .person) -> AccessSecret {
        self.state.withLock { state in
            let secret = AccessSecret(bytes: Array(repeating: UInt8(state.identities.count), count: 32))
            state.latest = secret
            state.identities[secret] = Identity(
                account: account, kind: kind, expires: Self.expires, codes: state.codes[account] ?? .off)
            return secret
        }
    }

    /// Refuses whoever signs in from now on.
    func refuse(_ refusal: SignInRefusal) { self.state.withLock { $0.refusal = refusal } }

    /// How it is with somebody's codes from now on.
    func set(_ codes: Identity.CodeStanding, of account: String) { self.state.withLock { $0.codes[account] = codes } }

    /// Cannot tell from now on.
    func fail() { self.state.withLock { $0.failure = ViewsUnavailable("the database is away") } }

    func signIn(
        _ attempt: SignInAttempt, noting: @Sendable () async throws -> Void
    ) async throws -> (secret: AccessSecret, identity: Identity) {
        try self.state.withLock { state in
            state.attempts.append(attempt)
            if let failure = state.failure { throw failure }
            if let refusal = state.refusal { throw refusal }
        }
        if attempt.newPassword != nil {
            try await noting()
            self.state.withLock { $0.changed.append(attempt.account) }
        }
        let secret = self.secret(of: attempt.account)
        return (secret, Identity(account: attempt.account, kind: .person, expires: Self.expires))
    }

    func identity(showing secret: AccessSecret) async throws -> Identity? {
        try self.state.withLock { state in
            if let failure = state.failure { throw failure }
            return state.identities[secret]
        }
    }

    func proposeCode(for account: String) async throws -> ProposedCode {
        ProposedCode(secret: Array("12345678901234567890".utf8), sealed: "sealed-\(account)")
    }

    func acceptCode(
        _ attempt: SignInAttempt, of sealed: String, noting: @Sendable () async throws -> Void
    ) async throws -> (secret: AccessSecret, identity: Identity) {
        guard sealed == "sealed-\(attempt.account)" else { throw SignInRefusal.wrong }
        try await noting()
        self.set(.on, of: attempt.account)
        self.state.withLock { $0.changed.append(attempt.account) }
        return try await self.signIn(attempt, noting: noting)
    }

    func end(_ secret: AccessSecret) async throws { self.state.withLock { $0.identities[secret] = nil } }
}
