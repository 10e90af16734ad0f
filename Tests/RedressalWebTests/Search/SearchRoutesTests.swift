import HTTPTypes
import Hummingbird
import Redressal
import Testing

@Suite struct SearchRoutesTests {
    private static let listing = CaseListing(
        id: CaseID("case-1"), reference: "K7MQ-3RTW-9XH3", workflow: "complaint", state: "received", office: "kss",
        opened: Instant(seconds: 1_775_795_400), seq: 2)

    @Test func casesAreFoundByWords() async throws {
        let website = Website()
        website.search.answer(CaseFindings(cases: [Self.listing], complete: false))
        let reply = try await website.send(
            .get, "/search?q=%D8%B9%D9%84%D9%8A+0300-5551234&office=kss&closed=true&limit=5")
        #expect(reply.status == 200)
        #expect(reply.header("Cache-Control") == "no-store")
        #expect(
            reply.body
                == #"{"cases":[{"breached":false,"case":"case-1","historical":false,"level":0,"office":"kss","#
                + #""opened":"2026-04-10T04:30:00.000Z","reference":"K7MQ-3RTW-9XH3","seq":2,"state":"received","workflow":"complaint"}],"complete":false}"#
        )
        var filter = CaseFilter()
        filter.office = "kss"
        filter.closed = true
        let question = FakeSearch.Question(query: try SearchQuery("علی 03005551234"), filter: filter, limit: 5)
        #expect(website.search.questions == [question])
    }

    /// In words of their own: what was typed may be a name, and is never repeated.
    @Test(arguments: ["", "?q=", "?q=%20-%20", "?q=\(String(repeating: "ayesha", count: 40))"])
    func whatIsNoWordIsExplained(_ query: String) async throws {
        let website = Website()
        let reply = try await website.send(.get, "/search\(query)")
        #expect(reply.status == 400)
        #expect(reply.body.contains(#""field":"q""#))
        #expect(reply.body.contains("/problems/malformed"))
        #expect(!reply.body.contains("ayesha"))
        #expect(website.search.questions.isEmpty)
    }

    @Test func wrongParametersAreExplained() async throws {
        for query in ["q=water&limit=0", "q=water&limit=501", "q=water&closed=maybe", "q=water&x=1", "q=a&q=b"] {
            #expect(try await Website().send(.get, "/search?\(query)").status == 400, "\(query)")
        }
        #expect(try await Website().send(.post, "/search", "{}").status == 405)
    }

    @Test func anIndexThatIsAwayIsSaidToBe() async throws {
        let website = Website()
        website.search.fail(ViewsUnavailable("expected the read models to answer but they do not"))
        #expect(try await website.send(.get, "/search?q=water").status == 503)
    }

    /// What was searched for is in no line of the log, whatever becomes of it.
    @Test func wordsAreNotLogged() async throws {
        struct Odd: Error {}
        let website = Website()
        _ = try await website.send(.get, "/search?q=ayesha")
        website.search.fail(Odd())
        #expect(try await website.send(.get, "/search?q=ayesha").status == 500)
        #expect(!website.log.all.contains { $0.contains("ayesha") })
        #expect(!website.log.all.isEmpty)
    }

    /// As lists are: the offices in reach, without complaints about somebody near (ADR 0012 D5).
    @Test func whatIsFoundIsNarrowed() async throws {
        let website = Website(identities: FakeIdentities())
        #expect(try await website.send(.get, "/search?q=water").status == 401)
        for account in ["sok", "dara"] {
            let token = website.identities?.secret(of: account).token ?? ""
            let reply = try await website.send(
                .get, "/search?q=water", headers: [.authorization: "Bearer \(token)"])
            #expect(reply.status == 200)
        }
        #expect(website.search.questions.map(\.filter.offices) == [["kss"], []])
        #expect(website.search.questions.map(\.filter.hiddenRespondents) == [["p0", "p1", "sok"], ["dara"]])
    }
}
