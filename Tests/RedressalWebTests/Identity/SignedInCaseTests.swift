import HTTPTypes
import Hummingbird
import Redressal
import RedressalWeb
import Testing

/// What is open to whom, once people have to sign in.
@Suite struct SignedInCaseTests {
    private static let action = "/cases/case-1/actions/assign"

    static func headers(_ account: String, kind: Identity.Kind = .person, _ website: Website) -> HTTPFields {
        [.authorization: "Bearer \(website.identities?.secret(of: account, kind: kind).token ?? "")"]
    }

    /// Every route but these is closed to whoever does not sign in: a route that is added and forgotten here fails.
    @Test func everyRouteIsClosedUnlessItIsSaidToBeOpen() async throws {
        let website = Website(identities: FakeIdentities(), attachments: AttachmentDoor(FakeDesk()))
        let open: Set = [
            "POST /session", "DELETE /session", "GET /health/live", "GET /health/ready", "GET /boards/jaap",
            "GET /boards/complaints",
        ]
        var closed = 0
        for route in website.server().makeRouter().routes where route.method != .head {
            let path = route.path.description.replacing("{case}", with: "case-1").replacing("{action}", with: "assign")
            let reply = try await website.send(route.method, path.hasPrefix("/") ? path : "/\(path)", "{}")
            let name = "\(route.method) \(route.path.description)"
            // Its keys come as the standard has them: Open311KeyTests.
            guard !path.contains("open311/") else { continue }
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
        website.views.add(try #require(CaseState.sample()))
        let headers = Self.headers("sok", website)
        let bare = #"{"actor": {"role": "intake"}}"#
        #expect(try await website.send(.post, Self.action, bare, headers: headers).status == 200)
        #expect(website.gateway.drafts.map(\.command.actor.user) == ["sok"])
        let named = #"{"actor": {"user": "dara", "role": "triage_officer"}}"#
        let refused = try await website.send(.post, Self.action, named, headers: headers)
        #expect(refused.status == 403)
        #expect(refused.body.contains("/problems/not_yourself"))
        #expect(website.gateway.drafts.count == 1)
    }

    /// Looked at, acted on, named as another action's target: whatever the body, by id and by number, waiting or not.
    @Test(arguments: ["{}", #"{"actor": {"role": "triage_officer"}}"#, #"{"actor": {"role": "intake"}}"#])
    func casesOutOfSightAreAsIfTheyDidNotExist(_ body: String) async throws {
        let website = Website(identities: FakeIdentities())
        let state = try #require(CaseState.sample())
        website.views.add(state)
        let far = Self.headers("dara", website)
        let unknown = TrackingReference.make(for: CaseID("nobody"))
        for (hidden, missing) in [(state.id.text, "case-9"), (state.reference, unknown)] {
            for (method, path) in [
                (HTTPRequest.Method.get, ""), (.get, "?wait_for=1"), (.get, "?wait_for=9"), (.post, "/actions/assign"),
            ] {
                let text = method == .get ? nil : body
                let found = try await website.send(method, "/cases/\(hidden)\(path)", text, headers: far)
                let none = try await website.send(method, "/cases/\(missing)\(path)", text, headers: far)
                #expect(found.status == none.status)
                #expect(found.body == none.body)
                #expect(found.status == (method == .get || body.contains("actor") ? 404 : 400))
            }
        }
        #expect(website.gateway.drafts.isEmpty)
        #expect(try await website.send(.get, "/cases/case-1", headers: Self.headers("sok", website)).status == 200)
    }

    /// The officer's own action moved the case elsewhere, and its answer was lost.
    @Test func whatMovedACaseOutOfSightMayBeAskedAgain() async throws {
        let website = Website(identities: FakeIdentities())
        website.views.add(try #require(CaseState.sample()))
        var headers = Self.headers("sok", website)
        headers[.idempotencyKey] = "a-1"
        let body = #"{"actor": {"role": "intake"}}"#
        let first = try await website.send(.post, Self.action, body, headers: headers)
        website.views.finish(try #require(website.gateway.drafts.first).command.id)
        website.views.move("case-1", to: "elsewhere")
        let again = try await website.send(.post, Self.action, body, headers: headers)
        #expect(again.status == 200)
        #expect(again.body == first.body)
        headers[.idempotencyKey] = "a-2"
        #expect(try await website.send(.post, Self.action, body, headers: headers).status == 404)
    }

    @Test func aServiceActsForAPartyOnThatPartysCaseAlone() async throws {
        let website = Website(identities: FakeIdentities(), hasWorkflow: true)
        website.views.add(try #require(CaseState.sample(by: "website.mother")))
        let headers = Self.headers("website", kind: .service, website)
        for (user, status) in [("website.mother", 200), ("website.stranger", 404), ("mother", 403)] {
            let body = #"{"actor": {"user": "\#(user)", "role": "complainant"}}"#
            #expect(try await website.send(.post, Self.action, body, headers: headers).status == status)
        }
        #expect(website.gateway.drafts.map(\.command.actor.user) == ["website.mother"])
    }

    /// What another service's party is refused with is the same whether there is such a case, and such a party, or not.
    @Test(arguments: ["app.mother", "mother", "app.nobody", "sok", "nobody"], ["case-1", "case-9"])
    func aServiceIsRefusedOthersPartiesInTheSameWords(_ user: String, _ id: String) async throws {
        let website = Website(identities: FakeIdentities(), hasWorkflow: true)
        website.views.add(try #require(CaseState.sample(by: "app.mother")))
        let headers = Self.headers("website", kind: .service, website)
        let body = #"{"actor": {"user": "\#(user)", "role": "complainant"}}"#
        let reply = try await website.send(.post, "/cases/\(id)/actions/look", body, headers: headers)
        #expect(reply.status == 403)
        let words = "expected 'website', who has signed in, or a party called 'website.…' in 'actor.user'"
        #expect(reply.body.contains("\(words) but found another account"))
        #expect(website.gateway.drafts.isEmpty)
        #expect(website.views.takeQuestions() == ["find": 1])
    }

    @Test func listsAreNarrowed() async throws {
        let website = Website(identities: FakeIdentities())
        _ = try await website.send(.get, "/cases?office=kss", headers: Self.headers("sok", website))
        _ = try await website.send(.get, "/cases", headers: Self.headers("dara", website))
        #expect(website.views.filters.map(\.offices) == [["kss"], []])
        #expect(website.views.filters.map(\.hiddenRespondents) == [["p0", "p1", "sok"], ["dara"]])
    }
}
