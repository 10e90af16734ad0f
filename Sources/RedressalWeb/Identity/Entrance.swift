import Hummingbird
import Redressal

/// Lets people in and out, and writes down that it did before they are told, and what they change with it before it is changed.
struct Entrance: Sendable {
    let door: SignInDoor
    let witness: AccessWitness

    /// Begins a session; one that cannot be written down ends at once.
    ///
    /// - Throws: ``SignInRefusal``, written down; ``LogError``.
    func enter(_ attempt: SignInAttempt) async throws -> (secret: AccessSecret, identity: Identity) {
        try await self.refusing(attempt) {
            let entered = try await self.door.identities.signIn(attempt) {
                try await self.ask(.passwordChanged, attempt)
            }
            return try await self.noting(attempt.newPassword == nil ? nil : .passwordChanged, entered)
        }
    }

    /// Asks for the codes of an authenticator app from now on, and begins a session.
    ///
    /// - Throws: As ``enter(_:)``.
    func accept(_ attempt: SignInAttempt, of sealed: String) async throws -> (secret: AccessSecret, identity: Identity)
    {
        try await self.refusing(attempt) {
            let entered = try await self.door.identities.acceptCode(attempt, of: sealed) {
                try await self.ask(.codeAdded, attempt)
            }
            return try await self.noting(.codeAdded, entered)
        }
    }

    /// Ends what a request shows, on every machine that has the same.
    ///
    /// - Throws: ``Problem`` for a request that another site made a browser send; ``LogError``.
    func leave(_ request: Request) async throws {
        guard let secret = try self.door.secret(of: request) else { return }
        let identity = try await self.door.identities.identity(showing: secret)
        try await self.door.identities.end(secret)
        if let identity { try await self.witness.record(.signedOut(SignedOut()), by: Reader(identity)) }
    }

    /// Writes down that somebody was turned away.
    private func refusing(
        _ attempt: SignInAttempt, _ body: () async throws -> (secret: AccessSecret, identity: Identity)
    ) async throws -> (secret: AccessSecret, identity: Identity) {
        do {
            return try await body()
        } catch let refusal as SignInRefusal {
            if let reason = refusal.reason { try await self.witness.record(refusing: attempt.account, reason) }
            throw refusal
        }
    }

    /// Writes down what somebody is about to change of how they sign in; what cannot be written down is not changed.
    private func ask(_ change: AccountChanged.Change, _ attempt: SignInAttempt) async throws {
        try await self.witness.record(
            .accountChangeAsked(AccountChangeAsked(subject: attempt.account, change: change)),
            by: Reader(account: attempt.account, kind: .person))
    }

    /// Writes down that somebody came in, and what they changed with it; a session that cannot be written
    /// down ends at once.
    private func noting(
        _ change: AccountChanged.Change?, _ entered: (secret: AccessSecret, identity: Identity)
    ) async throws -> (secret: AccessSecret, identity: Identity) {
        let identity = entered.identity
        let changed = change.map { AccessFact.accountChanged(AccountChanged(subject: identity.account, change: $0)) }
        let facts = [changed, .signedIn(SignedIn(way: .password, expires: identity.expires))].compactMap(\.self)
        do {
            for fact in facts { try await self.witness.record(fact, by: Reader(identity)) }
        } catch {
            try await self.door.identities.end(entered.secret)
            throw error
        }
        return entered
    }
}
