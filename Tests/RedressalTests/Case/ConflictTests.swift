import Redressal
import RedressalTesting
import Testing

@Suite struct ConflictTests {
    @Test(arguments: ["officer", "cousin", "clinician"])
    func thePersonComplainedAboutAndTheirsDoNotDecide(_ user: String) throws {
        let scenario = try Self.complaint(about: user == "clinician" ? "commissioner" : "officer")
        #expect(
            throws: Rejection(
                .conflictOfInterest,
                "expected someone without a conflict of interest but the actor is, reports to or is related to "
                    + "the person complained about")
        ) {
            try scenario.as(user, role: "triage_officer").does("assign", ["assignee": "handler", "category": "water"])
        }
    }

    @Test func thePersonComplainedAboutDoesNotGetTheCase() throws {
        let scenario = try Self.complaint(about: "officer")
        #expect(
            throws: Rejection(
                .conflictOfInterest,
                "expected a holder without a conflict of interest but 'officer' is, reports to or is related to the "
                    + "person complained about")
        ) {
            try scenario.as("second", role: "triage_officer").does(
                "assign", ["assignee": "officer", "category": "water"])
        }
    }

    /// A case in triage about one of the officers, in a district where one has a cousin and one works below another.
    private static func complaint(about user: String) throws -> Scenario {
        let cousin = Person(id: "cousin", relatives: ["officer"])
        let base = Programme.district(people: [cousin])
        let programme = Programme(
            name: base.name, version: 1, offices: base.offices,
            posts: base.posts + [Post(id: "clinic-head", office: "clinic", roles: ["triage_officer"])],
            holdings: base.holdings + [Holding(post: "clinic-head", user: "clinician")], absences: [],
            people: base.people)
        let scenario = try RequestWorkflow.scenario(programme: programme)
        try scenario.as("citizen", role: "complainant").opens(
            "request", state: "triage", ["summary": .boxed("a"), "respondent_ref": .string(user)])
        return scenario
    }
}
