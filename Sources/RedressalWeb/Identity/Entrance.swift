import Hummingbird
import Redressal

/// Lets people in and out, and writes down that it did before they are told.
struct Entrance: Sendable {
    let door: SignInDoor
    let witness: AccessWitness

    /// Begins a session; one that cannot be written down ends at once.
    ///
    /// - Throws: ``SignInRefusal``, written down; ``LogError``.
    func enter(_ attempt: SignInAttempt) async throws -> (secret: AccessSecret, identity: Identity) {
        do {
            return try await self.begin(attempt)
        } catch let refusal as SignInRefusal {
            if let reason = refusal.reason { try await self.witness.record(refusing: attempt.account, reason) }
            throw refusal
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

    private func begin(_ attempt: SignInAttempt) async throws -> (secret: AccessSecret, identity: Identity) {
        let (secret, identity) = try await self.door.identities.signIn(attempt)
        do {
            let fact = SignedIn(way: .password, expires: identity.expires)
            try await self.witness.record(.signedIn(fact), by: Reader(identity))
        } catch {
            try await self.door.identities.end(secret)
            throw error
        }
        return (secret, identity)
    }
}
