import HTTPTypes
import Hummingbird
import Redressal
import RedressalWeb
import Testing

/// What a browser is made to send by another site's page.
@Suite struct CrossOriginTests {
    private static let body = #"{"actor": {"role": "intake"}}"#

    /// The request's headers beside its cookie, and whether it may pass.
    ///
    /// The server of tests is called `localhost`.
    @Test(arguments: [
        ([:], true), (["Sec-Fetch-Site": "same-origin"], true), (["Sec-Fetch-Site": "none"], true),
        (["Sec-Fetch-Site": "cross-site"], false), (["Sec-Fetch-Site": "same-site"], false),
        (["Origin": "http://localhost"], true), (["Origin": "http://localhost:81"], false),
        (["Origin": "https://example.org"], false), (["Origin": "null"], false),
        (["Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"], false),
    ])
    func aCookieActsForThisSitesPagesAlone(_ headers: [String: String], _ isLetIn: Bool) async throws {
        let identities = FakeIdentities()
        let website = Website(identities: identities)
        website.views.add(try #require(CaseState.sample()))
        var fields: HTTPFields = [.cookie: "redressal=\(identities.secret(of: "sok").cookie(Website.key))"]
        for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
        let acting = try await website.send(.post, "/cases/case-1/actions/acknowledge", Self.body, headers: fields)
        #expect(acting.status == (isLetIn ? 200 : 403))
        #expect(acting.body.contains("/problems/cross_origin") == !isLetIn)
        #expect(website.gateway.drafts.count == (isLetIn ? 1 : 0))
        // Looking harms nobody: the other site cannot read the answer.
        #expect(try await website.send(.get, "/session", headers: fields).status == 200)
    }

    @Test func aTokenIsNotSentByBrowsersOfThemselves() async throws {
        let identities = FakeIdentities()
        let website = Website(identities: identities)
        website.views.add(try #require(CaseState.sample()))
        var fields: HTTPFields = [.authorization: "Bearer \(identities.secret(of: "sok").token)"]
        fields[.origin] = "https://example.org"
        let reply = try await website.send(.post, "/cases/case-1/actions/acknowledge", Self.body, headers: fields)
        #expect(reply.status == 200)
    }
}
