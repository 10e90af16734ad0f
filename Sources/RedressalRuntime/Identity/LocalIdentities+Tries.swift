import Crypto
import Postgres
import Redressal

extension LocalIdentities: TryCounter {
    package func count(_ name: String) async throws {
        try await Self.asking { try await self.count(Self.hash(of: name), at: self.clock.now()) }
    }

    package func forget(_ name: String) async throws {
        _ = try await Self.asking {
            try await self.pool.execute("DELETE FROM identity.attempt WHERE name = \(Self.hash(of: name))")
        }
    }

    /// What is kept of a name that is tried.
    static func hash(of name: String) -> [UInt8] { Array(SHA256.hash(data: Array(name.utf8))) }
}
