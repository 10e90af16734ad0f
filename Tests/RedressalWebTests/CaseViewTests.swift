import HTTPTypes
import Hummingbird
import Redressal
import Testing

@Suite struct CaseViewTests {
    private static func document(_ reference: String) -> String {
        #"{"assignee":{"post":"cell-officer"},"case":"case-1","clocks":{"state":{"breached":false,"#
            + #""due":"2026-04-12T04:30:00.000Z","from":"2026-04-10T04:30:00.000Z","ladder":"std","level":0,"#
            + #""target":"2bd"}},"due":"2026-04-12T04:30:00.000Z","fields":{"category":"water","households":3,"#
            + #""phone":{"sealed":true},"phones":[{"sealed":true}]},"level":0,"links":[],"office":"kss","#
            + #""opened":"2026-04-10T04:30:00.000Z","orphaned":false,"overdue":false,"reassigned":0,"#
            + #""reference":"\#(reference)","reopened":0,"seq":2,"since":"2026-04-10T04:30:00.000Z","state":"received","#
            + #""touched":"2026-04-10T04:30:00.000Z","workflow":{"name":"complaint","version":2}}"#
    }

    @Test func aCaseIsShownWithItsClocksAndWithoutWhatIsSealed() async throws {
        let website = Website()
        let state = try #require(CaseState.sample())
        website.views.add(state)
        for name in ["case-1", state.reference] {
            let reply = try await website.send(.get, "/cases/\(name)")
            #expect(reply.status == 200)
            #expect(reply.header("ETag") == "\"2\"")
            #expect(reply.body == Self.document(state.reference))
        }
    }

    @Test func nobodyKnowsTheCase() async throws {
        let reply = try await Website().send(.get, "/cases/case-1")
        #expect(reply.status == 404)
        #expect(
            reply.body
                == #"{"detail":"expected the id or the tracking number of a case but no case here has it","status":404,"#
                + #""title":"Unknown case","type":"/problems/unknown_case"}"#)
    }

    @Test func whoWaitsReadsTheirOwnWrites() async throws {
        let website = Website()
        website.views.addWhenAwaited(try #require(CaseState.sample()))
        #expect(try await website.send(.get, "/cases/case-1").status == 404)
        #expect(try await website.send(.get, "/cases/case-1?wait_for=2").status == 200)
        let reply = try await website.send(.get, "/cases/case-1?wait_for=3")
        #expect(reply.status == 503)
        #expect(reply.header("Retry-After") == "1")
        #expect(
            reply.body
                == #"{"detail":"expected the read models to reach event 3 within 5 s but they are at event 2","#
                + #""status":503,"title":"Behind","type":"/problems/behind"}"#)
    }

    @Test func casesAreListed() async throws {
        let website = Website()
        let state = try #require(CaseState.sample())
        website.views.add(state)
        let reply = try await website.send(.get, "/cases")
        #expect(reply.status == 200)
        #expect(
            reply.body
                == #"{"cases":[{"breached":false,"case":"case-1","due":"2026-04-12T04:30:00.000Z","#
                + #""historical":false,"level":0,"office":"kss","opened":"2026-04-10T04:30:00.000Z","reference":"\#(state.reference)","#
                + #""seq":2,"state":"received","workflow":"complaint"}]}"#
        )
        #expect(website.views.filters == [CaseFilter()])
        #expect(website.views.limits == [50])
    }

    @Test func aListIsFiltered() async throws {
        let website = Website(hasWorkflow: true)
        _ = try await website.send(
            .get,
            "/cases?workflow=complaint&office=kss&state=closed&severity=urgent&assignee=u+1&overdue=true&orphans=true"
                + "&due_before=2026-04-10T11:30:00%2B07:00&limit=500")
        _ = try await website.send(.get, "/cases?state=closed&closed=false&office=")
        var first = CaseFilter()
        first.workflow = "complaint"
        first.office = "kss"
        first.state = "closed"
        first.severity = "urgent"
        first.assignee = "u 1"
        first.dueBefore = Website.now
        first.overdue = true
        first.orphans = true
        first.closed = true
        var second = CaseFilter()
        second.state = "closed"
        #expect(website.views.filters == [first, second])
        #expect(website.views.limits == [500, 50])
    }

    @Test(arguments: [
        ("workflow=complain", "unknown_workflow", "workflow", "; did you mean 'complaint'?"),
        ("workflow=complaint&state=closd", "unknown_state", "state", "; did you mean 'closed'?"),
        ("office=moon", "unknown_office", "office", ""),
    ])
    func aNameThatNobodyKnowsIsNoEmptyList(
        query: String, code: String, field: String, advice: String
    ) async throws {
        let website = Website(hasWorkflow: true)
        let reply = try await website.send(.get, "/cases?\(query)")
        #expect(reply.status == 422)
        #expect(reply.body.contains(#""field":"\#(field)""#))
        #expect(reply.body.contains(#""type":"/problems/\#(code)""#))
        #expect(reply.body.contains("'\(query.split(separator: "=").last ?? "")'\(advice)\""))
        #expect(website.views.filters.isEmpty)
    }
}
