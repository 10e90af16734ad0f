import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Accounts, sessions and tokens in a real database.
@Suite struct LocalIdentitiesTests {
    @Test func theFirstPasswordHasToBeChanged() async throws {
        try await AccountsRoom.with { room in
            let first = try #require(try await room.identities.add("u-205", kind: .person))
            #expect(try await room.refusal("u-205", first) == .passwordExpired)
            guard case .weakPassword = try await room.refusal("u-205", first, new: "short") else {
                Issue.record("expected a short password to be refused")
                return
            }
            let (secret, identity) = try await room.identities.signIn(
                SignInAttempt(account: "u-205", password: first, newPassword: AccountsRoom.good))
            let expires = AccountsRoom.start.advanced(bySeconds: 12 * 3600)
            #expect(identity == Identity(account: "u-205", kind: .person, expires: expires))
            #expect(try await room.identities.identity(showing: secret) == identity)
            #expect(try await room.refusal("u-205", first) == .wrong)
            #expect(try await room.refusal("u-205", AccountsRoom.good) == nil)
        }
    }

    @Test func aSessionEndsByTimeBySigningOutAndByClosing() async throws {
        try await AccountsRoom.with { room in
            let identities = room.identities
            let attempt = SignInAttempt(account: "u-1", password: AccountsRoom.good)
            let first = try await room.settle("u-1")
            let second = try await identities.signIn(attempt).secret
            try await identities.end(first)
            #expect(try await identities.identity(showing: first) == nil)
            #expect(try await identities.identity(showing: second) != nil)
            room.clock.advance(bySeconds: 12 * 3600)
            #expect(try await identities.identity(showing: second) == nil)
            let third = try await identities.signIn(attempt).secret
            try await identities.set(closed: true, "u-1")
            #expect(try await identities.identity(showing: third) == nil)
            #expect(try await room.refusal("u-1", AccountsRoom.good) == .wrong)
            try await identities.set(closed: false, "u-1")
            #expect(try await identities.identity(showing: third) == nil)
            #expect(try await room.refusal("u-1", AccountsRoom.good) == nil)
        }
    }

    @Test func aNewPasswordEndsEverything() async throws {
        try await AccountsRoom.with { room in
            let session = try await room.settle("u-1")
            let token = try await room.identities.addToken(for: "u-1", length: 86_400, note: nil).secret
            let password = try await room.identities.resetPassword(of: "u-1")
            #expect(try await room.identities.identity(showing: session) == nil)
            #expect(try await room.identities.identity(showing: token) == nil)
            #expect(try await room.refusal("u-1", password) == .passwordExpired)
        }
    }

    @Test func aTokenActsAsItsAccountUntilItEnds() async throws {
        try await AccountsRoom.with { room in
            let identities = room.identities
            #expect(try await identities.add("website", kind: .service) == nil)
            let (id, secret, expires) = try await identities.addToken(
                for: "website", length: 86_400, note: "the public page")
            #expect(expires == AccountsRoom.start.advanced(bySeconds: 86_400))
            let identity = Identity(account: "website", kind: .service, expires: expires)
            #expect(try await identities.identity(showing: secret) == identity)
            let token = try #require(try await identities.tokens().first)
            #expect(token.id == id)
            #expect(token.account == "website")
            #expect(token.note == "the public page")
            try await identities.endToken(token.id)
            #expect(try await identities.identity(showing: secret) == nil)
            await #expect(throws: AccountError.self) { try await identities.endToken(token.id) }
            let again = try await identities.addToken(for: "website", length: 86_400, note: nil).secret
            room.clock.advance(bySeconds: 86_400)
            #expect(try await identities.identity(showing: again) == nil)
            #expect(try await identities.tokens() == [])
        }
    }

    @Test func whatCannotBeMeantIsRefused() async throws {
        try await AccountsRoom.with { room in
            let identities = room.identities
            _ = try await identities.add("website", kind: .service)
            await #expect(throws: AccountError.self) { try await identities.add("website", kind: .person) }
            await #expect(throws: AccountError.self) { try await identities.resetPassword(of: "website") }
            await #expect(throws: AccountError.self) { try await identities.requireCode(of: "website") }
            await #expect(throws: AccountError.self) { try await identities.set(closed: true, "nobody") }
            await #expect(throws: AccountError.self) {
                try await identities.addToken(for: "nobody", length: 1, note: nil)
            }
        }
    }

    @Test func nothingInTheDatabaseSignsIn() async throws {
        try await AccountsRoom.with { room in
            let secret = try await room.settle("u-1")
            let rows = try await room.pool.query(
                """
                SELECT (SELECT string_agg(to_jsonb(a)::text, ' ') FROM identity.account a)
                    || (SELECT string_agg(to_jsonb(s)::text, ' ') FROM identity.access s)
                """
            ).value(as: String.self)
            #expect(!rows.contains(AccountsRoom.good))
            let token = secret.token.dropFirst("redressal_".count)
            #expect(!rows.contains(token))
            #expect(rows.contains("scrypt"))
        }
    }
}
