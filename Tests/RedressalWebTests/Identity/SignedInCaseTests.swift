import HTTPTypes
import Hummingbird
import Redressal
import RedressalWeb
import Testing

/// What is open to whom, once people have to sign in.
@Suite struct SignedInCaseTests {
    private static func headers(_ account: String, kind: Identity.Kind = .person, _ website: Website) -> HTTPFields {
        [.authorization: "Bearer \(website.identities?.secret(of: account, kind: kind).token ?? "")"]
    }

    /// Every route but these is closed to whoever does not sign in: a route that is added and forgotten here fails.
    @Test func everyRouteIsClosedUnlessItIsSaidToBeOpen() async throws {
        let website = Website(identities: FakeIdentities())
        let open: Set = ["POST /session", "DELETE /session", "GET /health/live", "GET /health/ready"]
        var closed = 0
        for route in website.server().makeRouter().routes where route.method != .head {
            let path = route.path.description.replacing("{case}", with: "case-1").replacing("{action}", with: "assign")
            let reply = try await website.send(route.method, path.hasPrefix("/") ? path : "/\(path)", "{}")
            let name = "\(route.method) \(route.path.description)"
            guard !open.contains(name), reply.status != 405 else { continue }
            #expect(reply.status == 401, "\(name)")
            #expect(reply.header("WWW-Authenticate") == "Bearer")
            closed += 1
        }
        #expect(closed >= 4)
        #expect(website.gateway.drafts.isEmpty)
    }

    @Test(arguments: [
        "Bearer", "Bearer x", "Basic c29rOnNvaw==", "Bearer redressal_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", "",
    ])
    func whatIsNoTokenLetsNobodyIn(_ authorization: String) async throws {
        let website = Website(identities: FakeIdentities())
        let reply = try await website.send(.get, "/cases", headers: [.authorization: authorization])
        #expect(reply.status == 401)
        #expect(reply.body.contains("/problems/not_signed_in"))
    }

    @Test func theActorIsWhoeverHasSignedIn() async throws {
        let website = Website(identities: FakeIdentities())
        let headers = Self.headers("dara", website)
        let path = "/cases/case-1/actions/assign"
        let bare = #"{"actor": {"role": "triage_officer"}}"#
        #expect(try await website.send(.post, path, bare, headers: headers).status == 200)
        #expect(website.gateway.drafts.map(\.command.actor.user) == ["dara"])
        let named = #"{"actor": {"user": "sok", "role": "intake"}}"#
        let refused = try await website.send(.post, path, named, headers: headers)
        #expect(refused.status == 403)
        #expect(refused.body.contains("/problems/not_yourself"))
        #expect(website.gateway.drafts.count == 1)
    }

    @Test func casesOutOfSightAreAsIfTheyDidNotExist() async throws {
        let website = Website(identities: FakeIdentities())
        let state = try #require(CaseState.sample())
        website.views.add(state)
        let near = Self.headers("sok", website)
        let far = Self.headers("dara", website)
        let missing = try await website.send(.get, "/cases/case-9", headers: far)
        for name in [state.id.text, state.reference] {
            #expect(try await website.send(.get, "/cases/\(name)", headers: near).status == 200)
            let hidden = try await website.send(.get, "/cases/\(name)", headers: far)
            #expect(hidden.status == 404)
            #expect(hidden.body == missing.body)
            let acted = try await website.send(
                .post, "/cases/\(name)/actions/assign", #"{"actor": {"role": "triage_officer"}}"#, headers: far)
            #expect(acted.body == missing.body)
        }
        #expect(website.gateway.drafts.isEmpty)
    }

    @Test func listsAreNarrowed() async throws {
        let website = Website(identities: FakeIdentities())
        _ = try await website.send(.get, "/cases?office=kss", headers: Self.headers("sok", website))
        _ = try await website.send(.get, "/cases", headers: Self.headers("dara", website))
        #expect(website.views.filters.map(\.offices) == [["kss"], []])
        #expect(website.views.filters.map(\.hiddenRespondents) == [["p0", "p1", "sok"], ["dara"]])
    }
}
