import Redressal
import Synchronization

/// Writes down that somebody came in with a token of an outside issuer: once a token and hour, and not at every request.
final class TokenArrivals: Sendable {
    /// How many tokens are remembered; with more, some are written down again.
    private static let memory = 10_000

    private let witness: AccessWitness
    /// In which hour each token was last written down.
    private let hours = Mutex<[String: Int64]>([:])

    init(_ witness: AccessWitness) { self.witness = witness }

    /// - Parameter id: The token's.
    /// - Throws: ``LogError``; then nobody comes in.
    func note(_ identity: Identity, _ id: String) async throws(LogError) {
        let hour = self.witness.clock.now().milliseconds / 3_600_000
        guard self.hours.withLock({ $0[id] != hour }) else { return }
        try await self.witness.record(
            .signedIn(SignedIn(way: .oidc, expires: identity.expires)), by: Reader(identity))
        self.hours.withLock { hours in
            if hours.count >= Self.memory { hours = hours.filter { $0.value == hour } }
            if hours.count >= Self.memory { hours = [:] }
            hours[id] = hour
        }
    }
}
