import HTTPTypes
import Redressal
import Testing

@Suite struct HistoryTests {
    private static func website(signedIn: Bool = false) -> Website {
        let website = Website(identities: signedIn ? FakeIdentities() : nil)
        website.views.add(CaseState.sampleEvents())
        return website
    }

    @Test func everyEventIsShownWithItsProofAndWithoutWhatIsSealed() async throws {
        let reply = try await Self.website().send(.get, "/cases/case-1/history")
        #expect(reply.status == 200)
        #expect(reply.header("ETag") == "\"2\"")
        let first =
            #"{"actor":{"role":"complainant","user":"sok"},"channel":"web","command":"c","facts":{"#
            + #""assignee":{"post":"cell-officer"},"fields":{"category":"water","households":3,"phone":{"sealed":true},"#
            + #""phones":[{"sealed":true}]},"historical":false,"office":"kss","reference":""#
        #expect(reply.body.hasPrefix(#"{"case":"case-1","events":[\#(first)"#), "\(reply.body)")
        #expect(reply.body.contains(#""log":{"epoch":1,"offset":0,"partition":3},"name":"CaseOpened","#))
        #expect(
            reply.body.contains(#""to":"received","type":"CaseOpened","workflow":{"name":"complaint","version":2}}"#))
        #expect(!reply.body.contains("then"))
        for secret in ["c2VjcmV0", "person-1", "box"] { #expect(!reply.body.contains(secret)) }
    }

    @Test func theStateThenIsShownAsKnownThenAndNow() async throws {
        let website = Self.website()
        let path = "/cases/case-1/history?at=2026-04-10T04:30:00Z"
        let both = try await website.send(.get, path)
        #expect(both.body.contains(#""as_known_now":{"#) && both.body.contains(#""as_known_then":{"#))
        let late = try await website.send(.get, "\(path)&known=2026-04-10T11:29:00%2B07:00")
        #expect(late.body.contains(#""as_known_now":{"#) && !late.body.contains(#""as_known_then":{"#))
        #expect(late.body.contains(#""then":{"#) && late.body.contains(#""known":"2026-04-10T04:29:00.000Z"}"#))
        let before = try await website.send(.get, "/cases/case-1/history?at=2026-04-10T04:29:59Z")
        #expect(before.body.contains(#""then":{"at":"2026-04-10T04:29:59.000Z","known":"2026-04-10T04:29:59.000Z"}"#))
    }

    @Test(arguments: [
        ("?at=yesterday", "at"), ("?known=2026-04-10T04:30:00Z", "at"), ("?at=2026-04-10T04:30:00", "at"),
        ("?on=1", "on"),
    ])
    func whatCannotBeReadIsRefused(query: String, field: String) async throws {
        let reply = try await Self.website().send(.get, "/cases/case-1/history\(query)")
        #expect(reply.status == 400)
        #expect(reply.body.contains(#""field":"\#(field)""#))
    }

    @Test func dueDatesAndTimeAreExplained() async throws {
        let reply = try await Self.website().send(.get, "/cases/case-1/explain")
        #expect(reply.status == 200)
        #expect(
            reply.body.contains(#""lines":[{"at":"2026-04-10T04:30:00.000Z","clock":"state","due":"2026-04-12T04:30"#))
        #expect(
            reply.body.contains(
                #""time":{"citizen":0,"holiday":0,"office":0,"offices":{},"other_office":0,"pause":0,"#
                    + #""until":"2026-04-10T04:30:00.000Z"}"#), "\(reply.body)")
    }

    @Test func aCaseOutOfSightHasNoHistory() async throws {
        let website = Self.website(signedIn: true)
        let headers = SignedInCaseTests.headers("dara", website)
        for path in ["history", "explain", "history?at=2026-04-10T04:30:00Z"] {
            let hidden = try await website.send(.get, "/cases/case-1/\(path)", headers: headers)
            let missing = try await website.send(.get, "/cases/case-9/\(path)", headers: headers)
            #expect(hidden.status == 404)
            #expect(hidden.body == missing.body)
        }
        let own = SignedInCaseTests.headers("sok", website)
        #expect(try await website.send(.get, "/cases/case-1/history", headers: own).status == 200)
    }
}
