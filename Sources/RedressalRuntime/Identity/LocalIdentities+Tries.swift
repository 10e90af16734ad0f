import Crypto
import Postgres
import Redressal

extension LocalIdentities: TryCounter {
    package func count(_ name: String) async throws {
        try await Self.asking { try await self.count(Self.hash(of: name), at: self.clock.now()) }
    }

    package func forget(_ name: String) async throws {
        try await Self.asking { try await self.forget(Self.hash(of: name)) }
    }

    /// Counts nothing of a name any more.
    func forget(_ name: [UInt8]) async throws {
        _ = try await self.pool.execute("DELETE FROM identity.attempt WHERE name = \(name)")
    }

    /// What is kept of a name that is tried.
    static func hash(of name: String) -> [UInt8] { Array(SHA256.hash(data: Array(name.utf8))) }
}
