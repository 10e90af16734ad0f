import Dispatch
import Synchronization

/// Hashes passwords one at a time on a thread of its own: each takes tenths of a second, and a flood of tries must not
/// take the processors from whoever is signed in.
package final class PasswordHasher: Sendable {
    private let cost: PasswordHash.Cost
    private let limit: Int
    private let waiting = Mutex(0)
    private let queue = DispatchQueue(label: "redressal.passwords")

    /// - Parameter limit: How many may wait for their turn: so many that the last one is answered within ten seconds.
    package init(_ cost: PasswordHash.Cost = .standard, limit: Int = 20) {
        self.cost = cost
        self.limit = limit
    }

    /// - Throws: ``PasswordHasherBusy`` when too many wait.
    func checkRoom() throws {
        guard self.waiting.withLock({ $0 < self.limit }) else { throw PasswordHasherBusy() }
    }

    /// - Throws: ``PasswordHasherBusy`` when too many wait.
    package func hash(_ password: String) async throws -> PasswordHash {
        try await self.run { try PasswordHash(password, salt: SystemRandom.bytes(16), cost: self.cost) }
    }

    /// Whether a password is the hashed one; without a hash it takes as long to say no.
    ///
    /// - Throws: ``PasswordHasherBusy`` when too many wait.
    package func matches(_ password: String, _ hash: PasswordHash?) async throws -> Bool {
        try await self.run {
            guard let hash else {
                _ = try PasswordHash(password, salt: SystemRandom.bytes(16), cost: self.cost)
                return false
            }
            return try hash.matches(password)
        }
    }

    private func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        let isFree = self.waiting.withLock { waiting in
            guard waiting < self.limit else { return false }
            waiting += 1
            return true
        }
        guard isFree else { throw PasswordHasherBusy() }
        defer { self.waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            self.queue.async { continuation.resume(with: Result { try work() }) }
        }
    }
}
