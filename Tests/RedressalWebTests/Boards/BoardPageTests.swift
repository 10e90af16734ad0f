import HTTPTypes
import Redressal
import Testing

@testable import RedressalWeb

/// The boards, as pages for everybody and as JSON.
@Suite struct BoardPageTests {
    private static let browser: HTTPFields = [.accept: "text/html,application/xhtml+xml,*/*;q=0.8"]

    private static func website() throws -> Website {
        let website = try Website.withPages()
        var oversight = FakeOversight()
        oversight.plans = [
            JaapPlan(
                plan: "khmuonh", sangkat: nil, figures: JaapFigures(actions: 50, completed: 48, withSupervisor: 2)),
            JaapPlan(plan: "small", sangkat: nil, figures: JaapFigures(actions: 4, completed: 3, withSupervisor: 0)),
        ]
        oversight.figures = [
            ComplaintFigures(office: "kss", received: 40, closed: 30, inTime: 27),
            ComplaintFigures(office: "few", received: 3, closed: 2, inTime: 1),
        ]
        website.views.tell(oversight)
        return website
    }

    @Test func aBrowserGetsAPageAndAProgramJSON() async throws {
        let website = try Self.website()
        let page = try await website.send(.get, "/boards/jaap", headers: Self.browser)
        #expect(page.body.contains("48 of 50 (96 %)") && page.body.contains("too few to show"))
        #expect(!page.body.contains("3 of 4"))
        #expect(page.header("Vary")?.contains("Accept") == true)
        let json = try await website.send(.get, "/boards/jaap")
        #expect(json.header("Content-Type") == "application/json")
    }

    @Test func complaintsAreToldByOffice() async throws {
        let website = try Self.website()
        let page = try await website.send(.get, "/boards/complaints", headers: Self.browser)
        #expect(page.body.contains("30 of 40 (75 %)") && page.body.contains("27 of 30 (90 %)"))
        #expect(page.body.contains("Complaints received from 2026-01-10 to 2026-04-09"))
        #expect(!page.body.contains("2 of 3"))
        let json = try await website.send(.get, "/boards/complaints")
        let share = #"{"count":30,"of":40,"percent":75}"#
        let inTime = #"{"count":27,"of":30,"percent":90}"#
        #expect(
            json.body
                == #"{"closed":\#(share),"from":"2026-01-10T00:00:00.000Z","in_time":\#(inTime),"#
                + #""offices":[{"office":"few"},{"closed":\#(share),"in_time":\#(inTime),"office":"kss","received":40}],"#
                + #""smallest_group":5,"to":"2026-04-10T00:00:00.000Z"}"#, "\(json.body)")
        #expect(try await website.send(.get, "/boards/complaints?lang=en").status == 400)
    }

    @Test(arguments: ["en", "ur", "ps", "km"], ["/boards", "/boards/jaap", "/boards/complaints"])
    func theyAreInTheLanguageAskedFor(_ language: String, _ path: String) async throws {
        let website = try Self.website()
        let page = try await website.send(.get, "\(path)?lang=\(language)", headers: Self.browser)
        #expect(page.status == 200)
        #expect(page.body.contains("<html lang=\"\(language)\""))
        #expect(!page.body.contains("{{") && !page.body.contains(">boards."))
        if language != "en" { #expect(!page.body.contains("too few to show")) }
    }
}
