import Redressal

/// For tests that are not about what is written down.
extension Identities {
    package func signIn(_ attempt: SignInAttempt) async throws -> (secret: AccessSecret, identity: Identity) {
        try await self.signIn(attempt) {}
    }

    package func acceptCode(
        _ attempt: SignInAttempt, of sealed: String
    ) async throws -> (secret: AccessSecret, identity: Identity) {
        try await self.acceptCode(attempt, of: sealed) {}
    }
}
