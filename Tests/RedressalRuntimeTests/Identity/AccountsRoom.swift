import Foundation
import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Accounts in a database of their own, with a clock that moves when told and passwords that are quick to hash.
struct AccountsRoom {
    static let start = Instant(seconds: 1_775_795_400)
    static let good = "the pump in our street is dry"

    let identities: LocalIdentities
    let clock: ManualClock
    let pool: PostgresPool

    static func with(_ body: (AccountsRoom) async throws -> Void) async throws {
        try await TemporaryDatabase.with { database in
            let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            let pool = PostgresPool(database.configuration, size: 4, logger: .tests)
            let clock = ManualClock(Self.start)
            let identities = LocalIdentities(
                pool: pool, wrapping: try KeyEncryptionKey(file: file), clock: clock,
                hasher: PasswordHasher(PasswordHash.Cost(ln: 4)))
            try await body(AccountsRoom(identities: identities, clock: clock, pool: pool))
            await pool.close()
            try FileManager.default.removeItem(at: file)
        }
    }

    /// Adds an account and lets it choose ``good`` as its password.
    func settle(_ account: String) async throws -> AccessSecret {
        let first = try #require(try await self.identities.add(account, kind: .person))
        return try await self.identities.signIn(
            SignInAttempt(account: account, password: first, newPassword: Self.good)
        ).secret
    }

    /// Has somebody set up one-time codes; the secret of their app, whose codes sign in from half a minute later on.
    func setUpCode(_ account: String, password: String = Self.good) async throws -> [UInt8] {
        let proposed = try await self.identities.proposeCode(for: account)
        let attempt = SignInAttempt(account: account, password: password, code: try self.code(of: proposed))
        _ = try await self.identities.acceptCode(attempt, of: proposed.sealed)
        // Each code works once.
        self.clock.advance(bySeconds: OneTimeCode.step)
        return try Self.secret(of: proposed)
    }

    /// The code that an app shows now for a proposed secret.
    func code(of proposed: ProposedCode) throws -> String {
        OneTimeCode.code(
            try Self.secret(of: proposed), step: self.clock.now().milliseconds / 1000 / OneTimeCode.step)
    }

    private static func secret(of proposed: ProposedCode) throws -> [UInt8] {
        try #require(Base32.decode(proposed.groups.replacing(" ", with: "")))
    }

    /// Why somebody is not signed in; nil when they are.
    func refusal(
        _ account: String, _ password: String, code: String? = nil, new: String? = nil
    ) async throws
        -> SignInRefusal?
    {
        do {
            _ = try await self.identities.signIn(
                SignInAttempt(account: account, password: password, code: code, newPassword: new))
            return nil
        } catch let refusal as SignInRefusal {
            return refusal
        }
    }
}
