import Redressal
import RedressalTesting
import Testing

/// Who audits, and what those who hold cases have in their hands.
@Suite struct AuditorTests {
    private static func sight(_ account: String, _ scenario: Scenario) -> Sight {
        Sight(of: account, scenario.catalog, at: scenario.now)
    }

    @Test func anAuditorWithoutAPostSeesTheirProgrammeAndNoOther() throws {
        let people = [Person(id: "auditor", roles: ["auditor"])]
        let scenario = try RequestWorkflow.working(programme: .district(people: people))
        scenario.catalog.add(
            Programme(
                name: "elsewhere", version: 1,
                offices: [Office(id: "far", name: "Far", kind: "cell", parent: nil, calendar: "wall")],
                posts: [Post(id: "far-auditor", office: "far", roles: ["auditor"])],
                holdings: [Holding(post: "far-auditor", user: "stranger")], absences: [], people: []))
        let state = try #require(scenario.state())
        let (auditor, stranger) = (Self.sight("auditor", scenario), Self.sight("stranger", scenario))
        #expect(auditor.isAuditor && stranger.isAuditor)
        #expect(auditor.sees(state) && !stranger.sees(state))
        #expect(auditor.offices == ["cell", "clinic", "district", "province"])
        #expect(stranger.offices == ["far"])
        #expect(auditor.audited == auditor.offices && stranger.audited == ["far"])
        for account in ["clerk", "secretary", "importer", "nobody"] {
            #expect(!Self.sight(account, scenario).isAuditor)
        }
    }

    /// A post that audits nothing adds no office to those that its holder audits.
    @Test func whoAuditsOneOfficeAndWorksInAnotherAuditsTheOne() throws {
        let scenario = try RequestWorkflow.working()
        scenario.catalog.add(
            Programme(
                name: "elsewhere", version: 1,
                offices: [Office(id: "far", name: "Far", kind: "cell", parent: nil, calendar: "wall")],
                posts: [Post(id: "far-auditor", office: "far", roles: ["auditor"])],
                holdings: [Holding(post: "far-auditor", user: "clerk")], absences: [], people: []))
        let clerk = Self.sight("clerk", scenario)
        #expect(clerk.offices == ["cell", "far"])
        #expect(clerk.audited == ["far"])
    }

    @Test func whatSomebodyHoldsIsTheirsWhicheverTheOffice() throws {
        let scenario = try RequestWorkflow.working()
        var filter = CaseFilter()
        Self.sight("handler", scenario).narrowToHeld(&filter)
        #expect(filter.heldBy == ["handler", "cell-handler"])
        #expect(filter.offices == nil)
        #expect(filter.hiddenRespondents.contains("handler"))
    }

    @Test func dutiesAreNarrowedToCasesInReachOrInHand() throws {
        let scenario = try RequestWorkflow.working()
        var filter = EscalationFilter()
        Self.sight("clerk", scenario).narrow(&filter)
        #expect(filter.offices == ["cell"])
        #expect(filter.heldBy == ["clerk", "cell-clerk"])
        #expect(filter.hiddenRespondents.contains("clerk"))
    }

    @Test func theCalendarIsThatOfTheirFirstPost() throws {
        let scenario = try RequestWorkflow.working()
        #expect(Self.sight("clerk", scenario).calendar?.id == "office")
        #expect(Self.sight("stranger", scenario).calendar == nil)
    }
}
