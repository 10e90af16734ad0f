import Foundation
import HTTPTypes
import Redressal
import Testing

@testable import RedressalWeb

/// What those see whom ladders reach (stories S1, S2, S3 and S7).
@Suite struct SupervisionPageTests {
    private static let pages = [
        "/console/supervision", "/console/supervision/load", "/console/supervision/forecast",
        "/console/supervision/bulk",
    ]

    @Test(arguments: Self.pages) func onlyWhomLaddersReachSeesThem(_ path: String) async throws {
        let website = try Website.supervised()
        let lead = try await website.send(.get, path, headers: website.cookie("lina"))
        #expect(lead.status == 200)
        #expect(lead.body.contains("href=\"/console/supervision\""))
        let clerk = try await website.send(.get, path, headers: website.cookie("sok"))
        #expect(clerk.status == 403)
        #expect(clerk.body.contains("This page is not for your post"))
        #expect(!clerk.body.contains("href=\"/console/supervision\""))
    }

    private static func website() throws -> Website {
        let website = try Website.supervised()
        let id = website.addWatched()
        var oversight = FakeOversight()
        oversight.escalations = [
            EscalationLine(
                id: id, seq: 4, reference: TrackingReference.make(for: id), workflow: "watched", state: "received",
                office: "kss", clock: "state", level: 1, ladder: "std", role: "lead", post: "lead", holder: "lina",
                due: Instant(seconds: 1_775_700_000), raised: Instant(seconds: 1_775_700_060), acknowledged: nil,
                ended: nil, skipped: [SkippedStep(level: 1, role: "lead", post: "old", reason: .absent)])
        ]
        website.views.tell(oversight)
        return website
    }

    @Test func aDutySaysWhyAndOffersWhatTheCaseOffers() async throws {
        let website = try Self.website()
        let page = try await website.send(.get, "/console/supervision", headers: website.cookie("lina"))
        let reference = TrackingReference.make(for: CaseID("watched-1"))
        #expect(page.body.contains("This step: brought up by somebody before the deadline"))
        #expect(page.body.contains("the holder is away"))
        // The case of this test has no duty that could be acknowledged.
        #expect(!page.body.contains("/actions/see"))
        #expect(page.body.contains("href=\"/console/cases/\(reference)#action-close\""))
        let done = try await website.send(
            .post, "/console/cases/\(reference)/actions/close", "key=k1", headers: website.cookie("lina"))
        #expect(done.status == 303)
        #expect(website.gateway.drafts.first?.command.actor.role == "lead")
        #expect(website.views.oversight.filters.first?.holder == "lina")
        _ = try await website.send(.get, "/console/supervision?whose=all", headers: website.cookie("lina"))
        #expect(website.views.oversight.filters.last?.holder == nil)
        #expect(website.views.oversight.filters.last?.offices == ["kss"])
    }

    @Test func whereTheTimeWentIsSaidInWordsAndDrawn() async throws {
        let website = try Website.supervised()
        website.views.add(CaseState.sampleEvents())
        let reference = TrackingReference.make(for: CaseID("case-1"))
        let page = try await website.send(.get, "/console/cases/\(reference)/why", headers: website.cookie("sok"))
        #expect(page.status == 200)
        #expect(page.body.contains("started: 2 working days"))
        #expect(!page.body.contains("style="))
        let hidden = try await website.send(.get, "/console/cases/\(reference)/why", headers: website.cookie("dara"))
        #expect(hidden.status == 404)
    }

    private static func load(_ office: String, _ holder: String?, cases: Int, reopened: Int) -> Caseload {
        var figures = LoadFigures()
        (figures.cases, figures.open, figures.reopened) = (cases, cases, reopened)
        (figures.time, figures.paused) = (1000, 250)
        return Caseload(office: office, holder: holder, figures: figures)
    }

    @Test func sharesOfFewCasesAreNotTold() async throws {
        let website = try Website.supervised()
        var oversight = FakeOversight()
        oversight.loads = [
            Self.load("kss", nil, cases: 9, reopened: 3), Self.load("kss", "sok", cases: 10, reopened: 3),
        ]
        website.views.tell(oversight)
        let page = try await website.send(.get, "/console/supervision/load?days=90", headers: website.cookie("lina"))
        #expect(page.body.contains("30 %"))
        #expect(page.body.contains("too few"))
        #expect(!page.body.contains("33 %"))
        let question = try #require(website.views.oversight.loadQuestions.first)
        #expect(question.offices == ["kss"])
        #expect(question.since.milliseconds(to: question.until) == 90 * 86_400_000)
        let json = try await website.send(.get, "/load", headers: website.bearer("lina"))
        let figures = #""ages":[0,0,0,0],"cases":10,"holder":"sok","office":"kss","open":10,"overdue":0,"#
        #expect(json.body.contains(figures + #""paused_percent":25,"reopened_percent":30}"#), "\(json.body)")
        #expect(json.body.contains(#""ages":[0,0,0,0],"cases":9,"office":"kss","open":9,"overdue":0}"#))
        for path in ["/load", "/forecast"] {
            let refused = try await website.send(.get, path, headers: website.bearer("sok"))
            #expect(refused.status == 403)
        }
    }

    @Test func theForecastHasALineForEachOfficeAndABarForEachDay() async throws {
        let website = try Website.supervised()
        var oversight = FakeOversight()
        oversight.forecast = [
            ForecastLine(office: "kss", day: try #require(CivilDate("2026-04-11")), cases: 3, clocks: 4)
        ]
        website.views.tell(oversight)
        let page = try await website.send(.get, "/console/supervision/forecast", headers: website.cookie("lina"))
        #expect(page.body.contains("Sat 11 Apr: 3 cases"), "\(page.body)")
        #expect(page.body.contains("Fri 10 Apr: 0 cases"))
        #expect(page.body.components(separatedBy: "<rect").count == 8)
        let json = try await website.send(.get, "/forecast", headers: website.bearer("lina"))
        #expect(json.body == #"{"forecast":[{"cases":3,"clocks":4,"day":"2026-04-11","office":"kss"}]}"#)
        #expect(website.views.oversight.forecastQuestions.last?.zones == ["kss": "UTC"])
    }

    /// A day off is looked at, then asked for; a second person has to approve.
    @Test func aHolidayIsLookedAtAndAskedFor() async throws {
        var website = try Website.supervised()
        let publish = website.publish
        let week = "kind: calendar\nid: wall\nversion: 1\ntz: UTC\nhours:\n  mon-fri: [\"09:00-17:00\"]\n"
        let calendar = try #require(CalendarReader.read(week, file: "wall").calendar)
        website.publish = { catalog in
            publish(&catalog)
            catalog.add(calendar)
        }
        let home = "/console/supervision/calendar"
        let look = try await website.send(
            .get, "\(home)?calendar=wall&day=2026-04-14&name=New+Year", headers: website.cookie("lina"))
        #expect(look.body.contains("Ask for it to be announced"), "\(look.body)")
        let asked = try await website.send(
            .post, home, "key=h1&calendar=wall&day=2026-04-14&name=New+Year&reason=The+moon",
            headers: website.cookie("lina"))
        #expect(asked.status == 303, "\(asked.body)")
        let order = try #require(website.bulk?.all.first)
        #expect(order.order.holiday?.name == "New Year" && order.order.reason == "The moon")
        let page = try await website.send(.get, try #require(asked.header("Location")), headers: website.cookie("lina"))
        #expect(page.body.contains("Announce a holiday") && page.body.contains("2026-04-14"))
        let wrong = try await website.send(
            .post, home, "key=h2&calendar=none&day=2026-04-14&name=x", headers: website.cookie("lina"))
        #expect(wrong.status == 422)
        let clerk = try await website.send(
            .post, home, "key=h3&calendar=wall&day=2026-04-14&name=x", headers: website.cookie("sok"))
        #expect(clerk.status == 403)
        #expect(website.bulk?.all.count == 1)
    }
}
