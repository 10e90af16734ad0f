import HTTPTypes
import Hummingbird
import Redressal
import Testing

@testable import RedressalWeb

/// Coming in with a token of an outside issuer.
@Suite struct OutsideTokenTests {
    private static func website(believing accounts: String...) -> (Website, FakeTokens) {
        let tokens = FakeTokens()
        for account in accounts { tokens.add(account) }
        return (Website(identities: FakeIdentities(), tokens: tokens), tokens)
    }

    private static func bearer(_ token: String) -> HTTPFields { [.authorization: "Bearer \(token)"] }

    @Test func whoeverTheIssuerVouchesForComesInAndThatIsWrittenDownOnce() async throws {
        let (website, _) = Self.website(believing: "sok", "dara")
        for account in ["sok", "sok", "dara", "sok"] {
            let reply = try await website.send(.get, "/session", headers: Self.bearer(account))
            #expect(reply.status == 200)
            #expect(reply.body.contains(#""account":"\#(account)""#))
        }
        // Every server of these tests is a new one: within one, see below.
        #expect(Set(website.access.lines) == ["SignedIn sok", "SignedIn dara"])
        #expect(
            website.access.entries.first?.fact == .signedIn(SignedIn(way: .oidc, expires: FakeIdentities.expires)))
    }

    @Test func oneServerWritesDownOnceATokenAndHour() async throws {
        let log = FakeAccessLog()
        let clock = MovingClock()
        let arrivals = TokenArrivals(
            AccessWitness(log: log, views: FakeViews(), catalog: { Website.catalog }, clock: clock))
        let sok = Identity(account: "sok", kind: .person, expires: FakeIdentities.expires)
        for _ in 0..<3 { try await arrivals.note(sok, "t-1") }
        try await arrivals.note(sok, "t-2")
        #expect(log.lines == ["SignedIn sok", "SignedIn sok"])
        clock.move(bySeconds: 3600)
        try await arrivals.note(sok, "t-1")
        #expect(log.lines.count == 3)
        // More tokens than are remembered do no harm.
        for number in 0..<10_050 { try await arrivals.note(sok, "n-\(number)") }
        #expect(log.lines.count == 10_053)
        log.fail()
        await #expect(throws: LogError.self) { try await arrivals.note(sok, "t-3") }
    }

    @Test func aTokenThatIsNotBelievedLetsNobodyIn() async throws {
        let (website, tokens) = Self.website(believing: "sok")
        let reply = try await website.send(.get, "/session", headers: Self.bearer("dara"))
        #expect(reply.status == 401)
        #expect(reply.header("WWW-Authenticate") == "Bearer")
        #expect(tokens.asked == ["dara"])
        #expect(website.access.entries.isEmpty)
    }

    @Test func theIssuerIsNeverAskedAboutOurOwnTokens() async throws {
        let (website, tokens) = Self.website()
        tokens.leave()
        let secret = try #require(website.identities).secret(of: "sok")
        #expect(try await website.send(.get, "/session", headers: Self.bearer(secret.token)).status == 200)
        let cookie: HTTPFields = [.cookie: "redressal=\(secret.cookie(Website.key))"]
        #expect(try await website.send(.get, "/session", headers: cookie).status == 200)
        let wrong = "redressal_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
        #expect(try await website.send(.get, "/session", headers: Self.bearer(wrong)).status == 401)
        #expect(tokens.asked == [])
        #expect(try await website.send(.get, "/session", headers: Self.bearer("sok")).status == 503)
    }

    @Test func nobodyComesInUnwritten() async throws {
        let (website, _) = Self.website(believing: "sok")
        website.access.fail()
        #expect(try await website.send(.get, "/session", headers: Self.bearer("sok")).status == 503)
    }

    @Test func whereNoIssuerIsBelievedItsTokensLetNobodyIn() async throws {
        let website = Website(identities: FakeIdentities())
        #expect(try await website.send(.get, "/session", headers: Self.bearer("sok")).status == 401)
    }
}
