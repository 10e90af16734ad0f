import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Redressal
import Testing

@testable import RedressalWeb

/// How often requests may come.
@Suite struct RequestRateTests {
    /// What the same server answers to requests, one after the other.
    static func statuses(
        _ website: Website, _ requests: [(HTTPRequest.Method, String, HTTPFields)]
    ) async throws -> [TestResponse] {
        let application = Application(router: website.server().makeRouter(), logger: website.log.logger)
        return try await application.test(.router) { client in
            var replies: [TestResponse] = []
            for (method, path, headers) in requests {
                replies.append(try await client.execute(uri: path, method: method, headers: headers))
            }
            return replies
        }
    }

    private static func website(_ rates: RequestRates) -> Website {
        var website = Website(identities: FakeIdentities())
        website.protection.rates = rates
        return website
    }

    @Test func anAccountMayAskSoOftenAndOthersAreNotHeldUpByIt() async throws {
        var rates = RequestRates()
        rates.account = RateLimit(burst: 5, perSecond: 0.01)
        let website = Self.website(rates)
        let busy: HTTPFields = [.authorization: "Bearer \(website.identities?.secret(of: "sok").token ?? "")"]
        let other: HTTPFields = [.authorization: "Bearer \(website.identities?.secret(of: "dara").token ?? "")"]
        let replies = try await Self.statuses(
            website, Array(repeating: (.get, "/cases", busy), count: 6) + [(.get, "/cases", other)])
        #expect(replies.map(\.status.code) == [200, 200, 200, 200, 200, 429, 200])
        #expect(replies[0].headers[values: .init("RateLimit-Policy") ?? .via] == [#""account";q=5;w=500"#])
        #expect(replies[0].headers[values: .init("RateLimit") ?? .via] == [#""account";r=4;t=100"#])
        #expect((60...100).contains(replies[5].headers[.retryAfter].flatMap(Int.init) ?? 0))
        #expect(String(buffer: replies[5].body).contains("/problems/too_many_requests"))
    }

    /// An office has one address, as have the citizens at its counter.
    @Test func pagesOfOfficesAreCountedByAccountToo() async throws {
        var website = try Website.withPages()
        var rates = RequestRates()
        rates.account = RateLimit(burst: 3, perSecond: 0.01)
        rates.address = RateLimit(burst: 1, perSecond: 0.01)
        website.protection.rates = rates
        let replies = try await Self.statuses(
            website,
            Array(repeating: (.get, "/console", website.cookie("sok")), count: 4)
                + [(.get, "/console", website.cookie("dara")), (.get, "/", [:]), (.get, "/", [:])])
        #expect(replies.map(\.status.code) == [200, 200, 200, 429, 200, 200, 429])
        #expect(replies[0].headers[values: .init("RateLimit-Policy") ?? .via] == [#""account";q=3;w=300"#])
        #expect(String(buffer: replies[3].body).contains("Too many requests came from here."))
    }

    @Test func aServiceMayAskMoreOften() async throws {
        var rates = RequestRates()
        rates.account = RateLimit(burst: 5, perSecond: 0.01)
        let website = Self.website(rates)
        let token = website.identities?.secret(of: "website", kind: .service).token ?? ""
        let replies = try await Self.statuses(
            website, Array(repeating: (.get, "/cases", [.authorization: "Bearer \(token)"]), count: 101))
        #expect(replies.prefix(100).allSatisfy { $0.status == .ok })
    }

    @Test func whoHasNoAccountIsCountedByAddressAndWatchersNever() async throws {
        var rates = RequestRates()
        rates.address = RateLimit(burst: 2, perSecond: 0.01)
        rates.signIn = RateLimit(burst: 1, perSecond: 0.01)
        rates.filing = RateLimit(burst: 1, perSecond: 0.01)
        let website = Self.website(rates)
        let replies = try await Self.statuses(
            website,
            [
                (.get, "/cases", [:]), (.get, "/cases", [:]), (.get, "/cases", [:]), (.post, "/session", [:]),
                (.post, "/session", [:]), (.post, "/cases", [:]), (.post, "/cases", [:]), (.get, "/health/live", [:]),
            ])
        #expect(replies.map(\.status.code) == [401, 401, 429, 415, 429, 401, 429, 200])
    }

    @Test func whoGuessesTokensIsToldToWait() async throws {
        var rates = RequestRates()
        rates.signIn = RateLimit(burst: 3, perSecond: 0.01)
        let guess: HTTPFields = [.authorization: "Bearer redressal_\(String(repeating: "A", count: 43))"]
        let replies = try await Self.statuses(
            Self.website(rates), Array(repeating: (.get, "/cases", guess), count: 5))
        #expect(replies.map(\.status.code) == [401, 401, 401, 429, 429])
    }

    /// Neither a made-up token nor any cookie gets past the limit of an address, also where nobody asks who comes.
    @Test func aMadeUpSecretGetsNobodyPast() async throws {
        var rates = RequestRates()
        rates.address = RateLimit(burst: 2, perSecond: 0.01)
        let bearer: HTTPFields = [.authorization: "Bearer redressal_\(String(repeating: "A", count: 43))"]
        let cookie: HTTPFields = [.cookie: "redressal=forged.forged; language=ur"]
        for headers in [bearer, cookie] {
            let replies = try await Self.statuses(
                Self.website(rates), Array(repeating: (.delete, "/session", headers), count: 4))
            #expect(replies.map(\.status.code) == [204, 204, 429, 429])
        }
    }

    @Test func withoutSignInNobodyIsCounted() async throws {
        let replies = try await Self.statuses(Website(), Array(repeating: (.get, "/cases", [:]), count: 300))
        #expect(replies.allSatisfy { $0.status == .ok })
    }
}
