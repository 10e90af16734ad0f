import HTTPTypes
import Hummingbird
import Redressal
import Testing

/// `GET /audit/access`.
@Suite struct AccessRoutesTests {
    @Test func anAuditorAsksAndTheQuestionIsWrittenDownFirst() async throws {
        let website = Website(identities: FakeIdentities())
        website.views.add(try #require(CaseState.sample()))
        let path = "/audit/access?case=case-1&account=sok&from=2026-04-01T00:00:00Z&to=2026-05-01T00:00:00Z"
        let reply = try await website.send(.get, path, headers: website.bearer("vanna"))
        #expect(reply.status == 200)
        let question = AccessQuestion(
            case: CaseID("case-1"), account: "sok", from: Instant("2026-04-01T00:00:00Z"),
            to: Instant("2026-05-01T00:00:00Z"))
        #expect(website.access.questions == [question])
        #expect(website.access.entries.map(\.fact) == [.accessLogRead(AccessLogRead(question))])
        let entry = try #require(website.access.entries.first)
        let text = String(decoding: try CanonicalJSON.encode(entry), as: UTF8.self)
        #expect(reply.body == #"{"entries":[\#(text)],"next":"entry-9"}"#)
    }

    @Test func aCaseIsNamedByItsTrackingNumberToo() async throws {
        let website = Website(identities: FakeIdentities())
        let state = try #require(CaseState.sample())
        website.views.add(state)
        let headers = website.bearer("vanna")
        for name in [state.reference, "nobody"] {
            _ = try await website.send(.get, "/audit/access?case=\(name)", headers: headers)
        }
        #expect(website.access.questions.map(\.case) == [CaseID("case-1")])
        #expect(website.access.entries.map(\.fact.case) == [CaseID("case-1"), nil])
    }

    @Test func theNextPageIsAskedForWithTheCursor() async throws {
        let website = Website(identities: FakeIdentities())
        let headers = website.bearer("vanna")
        let last = try await website.send(.get, "/audit/access?cursor=entry-5&limit=1", headers: headers)
        #expect(last.status == 200)
        #expect(!last.body.contains("next"))
        let bad = try await website.send(.get, "/audit/access?cursor=X", headers: headers)
        #expect(bad.status == 400)
        #expect(bad.body.contains(#""field":"cursor""#))
    }

    @Test(arguments: ["?from=yesterday", "?to=2026", "?limit=0", "?limit=501", "?who=sok"])
    func whatCannotBeReadIsRefused(_ query: String) async throws {
        let website = Website(identities: FakeIdentities())
        let reply = try await website.send(.get, "/audit/access\(query)", headers: website.bearer("vanna"))
        #expect(reply.status == 400)
        #expect(website.access.questions.isEmpty)
    }

    @Test(arguments: ["sok", "dara", "stranger"]) func nobodyElseAsks(_ account: String) async throws {
        let website = Website(identities: FakeIdentities())
        let reply = try await website.send(.get, "/audit/access", headers: website.bearer(account))
        #expect(reply.status == 403)
        #expect(reply.body.contains("/problems/not_this_role"))
        let facts = RequestRefused(case: nil, action: "read_access_log", reason: "not_this_role")
        #expect(website.access.entries.map(\.fact) == [.requestRefused(facts)])
        #expect(website.access.questions.isEmpty)
    }

    @Test func whatCannotBeWrittenDownIsNotAnswered() async throws {
        let website = Website(identities: FakeIdentities())
        website.access.fail()
        let reply = try await website.send(.get, "/audit/access", headers: website.bearer("vanna"))
        #expect(reply.status == 503)
        #expect(website.access.questions.isEmpty)
    }

    @Test func whereNobodySignsInThereIsNoSuchPath() async throws {
        #expect(try await Website().send(.get, "/audit/access").status == 404)
    }
}
