import HTTPTypes
import Redressal
import Testing

@testable import RedressalWeb

/// Finding cases from the console, by words and by likeness.
@Suite struct FindTests {
    private static func headers(_ website: Website) -> HTTPFields {
        guard let secret = website.identities?.secret(of: "sok") else { return [:] }
        return [.cookie: "redressal=\(secret.cookie(Website.key))"]
    }

    private static func listing(_ id: String, opened: Instant) -> CaseListing {
        CaseListing(
            id: CaseID(id), reference: TrackingReference.make(for: CaseID(id)), workflow: "petition", state: "received",
            office: "kss", opened: opened, seq: 1)
    }

    @Test func aTrackingNumberLeadsStraightToItsCase() async throws {
        let website = try Website.withPages()
        let reference = TrackingReference.make(for: website.addPetition())
        let reply = try await website.send(
            .get, "/console/find?q=\(reference.lowercased())", headers: Self.headers(website))
        #expect(reply.status == 303)
        #expect(reply.header("Location") == "/console/cases/\(reference)")
        #expect(website.search.questions.isEmpty)
    }

    @Test func wordsLeadToTheCasesThatOneMaySee() async throws {
        let website = try Website.withPages()
        let now = try #require(Website.now)
        website.search.answer(CaseFindings(cases: [Self.listing("a", opened: now)], complete: false))
        let reply = try await website.send(.get, "/console/find?q=dry+pump", headers: Self.headers(website))
        #expect(reply.status == 200)
        #expect(reply.body.contains(TrackingReference.make(for: CaseID("a"))))
        #expect(reply.body.contains("There may be more"))
        let question = try #require(website.search.questions.first)
        #expect(question.query == (try SearchQuery("dry pump")))
        #expect(question.filter.offices == ["kss"])
        #expect(question.filter.closed)
    }

    @Test(arguments: ["", "%3F%21", String(repeating: "a", count: 201)])
    func whatIsNoWordIsRefusedInWords(_ typed: String) async throws {
        let website = try Website.withPages()
        let reply = try await website.send(.get, "/console/find?q=\(typed)", headers: Self.headers(website))
        #expect(reply.status == 400)
        #expect(reply.body.contains("Please type"))
    }

    @Test func whatMayBeTheSameIsShownToWhoCanJoinThem() async throws {
        let website = try Website.withPages()
        let id = website.addPetition(["problem_location": .string("Main Bazaar")])
        let opened = try #require(try await website.views.find(id.text)?.opened)
        let day: Int64 = 86_400_000
        let near = Self.listing("near", opened: opened.advanced(byMilliseconds: -14 * day))
        let far = Self.listing("far", opened: opened.advanced(byMilliseconds: 14 * day + 1))
        website.search.answer(
            CaseFindings(cases: [Self.listing(id.text, opened: opened), near, far], complete: true))
        let page = try await website.send(.get, "/console/cases/\(id)", headers: Self.headers(website))
        #expect(page.body.contains("Perhaps about the same thing"))
        #expect(page.body.contains(near.reference))
        #expect(!page.body.contains(far.reference))
        #expect(website.search.questions.first?.filter.workflow == "petition")
    }

    @Test func withoutAPlaceNothingIsAlike() async throws {
        let website = try Website.withPages()
        let id = website.addPetition()
        let page = try await website.send(.get, "/console/cases/\(id)", headers: Self.headers(website))
        #expect(page.status == 200)
        #expect(website.search.questions.isEmpty)
    }
}
