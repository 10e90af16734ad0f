import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Redressal
import Testing

@testable import RedressalWeb

/// Whoever comes with a browser reads a page in their language, whatever went wrong; programs get what they can read.
@Suite struct ProblemPageTests {
    private static let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

    private static func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], to website: Website
    ) async throws -> Reply {
        var headers = headers
        headers[.accept] = Self.browser
        return try await website.send(method, path, headers: headers)
    }

    @Test(
        arguments: [
            (.get, "/no-such-page", 404, "There is no such page."),
            (.put, "/file", 405, "This cannot be done at this address."),
            (.get, "/cases", 401, "Please sign in first."),
        ] as [(HTTPRequest.Method, String, Int, String)])
    func aBrowserGetsAPage(_ method: HTTPRequest.Method, _ path: String, _ status: Int, _ words: String) async throws {
        let website = try Website.withPages()
        let page = try await Self.send(method, path, to: website)
        #expect(page.status == status)
        #expect(page.header("Content-Type") == "text/html; charset=utf-8")
        #expect(page.body.contains(words), "\(page.body)")
        #expect(page.body.contains(#"<link rel="stylesheet""#))
        let document = try await website.send(method, path)
        #expect(document.status == status)
        #expect(document.header("Content-Type") == "application/problem+json")
        #expect(document.header("Allow") == page.header("Allow"))
    }

    /// Whoever has signed in stays among the pages that they work with.
    @Test func inTheConsoleItLeadsBackToTheQueues() async throws {
        let website = try Website.withPages()
        let page = try await website.send(.get, "/console/cases/none", headers: website.cookie("sok"))
        #expect(page.status == 404)
        #expect(page.body.contains("There is no case with this number, or it is none of yours."))
        #expect(page.body.contains(#"action="/sign-out""#) && !page.body.contains(#"href="/""#))
    }

    @Test func itIsInTheLanguageAskedFor() async throws {
        let page = try await Self.send(.get, "/no-such-page?lang=ur", to: try Website.withPages())
        #expect(page.body.contains(#"lang="ur" dir="rtl""#))
        #expect(page.body.contains("ایسا کوئی صفحہ نہیں ہے۔"))
    }

    @Test func whoComesTooOftenReadsToWait() async throws {
        var website = try Website.withPages()
        var rates = RequestRates()
        rates.filing = RateLimit(burst: 1, perSecond: 0.01)
        website.protection.rates = rates
        let asked: (HTTPRequest.Method, String, HTTPFields) = (.post, "/file", [.accept: Self.browser])
        let last = try #require(try await RequestRateTests.statuses(website, [asked, asked]).last)
        #expect(last.status == .tooManyRequests)
        #expect(last.headers[.retryAfter] != nil)
        #expect(String(buffer: last.body).contains("Too many requests came from here."))
    }

    @Test func whereThereAreNoPagesItIsADocument() async throws {
        let reply = try await Self.send(.get, "/no-such-page", to: Website())
        #expect(reply.status == 404)
        #expect(reply.header("Content-Type") == "application/problem+json")
    }
}
