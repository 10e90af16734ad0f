import Redressal
import RedressalTesting
import Testing

/// Who may act on which case, whatever their role.
@Suite struct StandingTests {
    private static let parties = [
        "posts: [supervisor_l3": "parties: {complainant: filed_by}\nposts: [supervisor_l3",
        "  seat: post": "  seat: post\n  filed_by: reference",
    ]

    @Test func aPostReachesItsOfficeAndAllBelow() throws {
        let scenario = try RequestWorkflow.working()
        for (post, office) in [("cell-officer", "cell"), ("district-head", "district"), ("none", "province")] {
            try scenario.as("officer", role: "triage_officer", post: post, office: office).does(
                "set_severity", ["severity": post == "none" ? "urgent" : "standard"])
        }
        #expect(
            throws: Rejection(
                .outsideJurisdiction,
                "expected a post that covers cell, or the one that holds the case, but 'someone' acts for clinic-clerk")
        ) {
            try scenario.as("someone", role: "triage_officer", post: "clinic-clerk", office: "clinic").does(
                "set_severity", ["severity": "urgent"])
        }
    }

    @Test func aPostReachesTheOfficesThatItCovers() throws {
        let base = Programme.district()
        let desk = Post(id: "desk", office: "clinic", roles: ["triage_officer"], covers: ["clinic", "cell"])
        let programme = Programme(
            name: base.name, version: 1, offices: base.offices, posts: base.posts + [desk], holdings: base.holdings,
            absences: [], people: base.people)
        let scenario = try RequestWorkflow.working(programme: programme)
        let clerk = scenario.as("someone", role: "triage_officer", post: "desk", office: "clinic")
        try clerk.does("redirect", ["office_id": "clinic"])
        try clerk.does("redirect", ["office_id": "district"])
        #expect(Self.refusal { try clerk.does("redirect", ["office_id": "cell"]) } == .outsideJurisdiction)
    }

    @Test func whoHoldsTheCaseActsFromAnyOffice() throws {
        let base = Programme.district()
        let seat = Post(id: "clinic-head", office: "clinic", roles: ["handler"])
        let programme = Programme(
            name: base.name, version: 1, offices: base.offices, posts: base.posts + [seat],
            holdings: base.holdings + [Holding(post: "clinic-head", user: "doctor")], absences: [], people: base.people)
        let scenario = try RequestWorkflow.working(programme: programme)
        let doctor = scenario.as("doctor", role: "handler", post: "clinic-head", office: "clinic")
        #expect(Self.refusal { try doctor.does("plan") } == .outsideJurisdiction)
        try scenario.as("officer", role: "triage_officer").does("hand_over", ["seat": "clinic-head"])
        try doctor.does("plan")
    }

    @Test func aPartysRoleBelongsToWhoOpenedTheCaseOrIsNamed() throws {
        let scenario = try RequestWorkflow.scenario(Self.parties)
        try scenario.as("mother", role: "complainant").opens("request", ["summary": .boxed("a")])
        try scenario.as("mother", role: "complainant").does("raise")
        #expect(
            throws: Rejection(
                .notParty, "expected the complainant of this case, whom 'filed_by' names, but found somebody else")
        ) { try scenario.as("stranger", role: "complainant").does("raise") }
    }

    @Test func whatIsFiledForSomebodyIsTheirs() throws {
        let scenario = try RequestWorkflow.scenario(Self.parties)
        let clerk = scenario.as("clerk", role: "intake")
        try clerk.opens("request", ["summary": .boxed("a"), "filed_by": "mother"])
        try clerk.opens("request", as: CaseID("of-nobody"), ["summary": .boxed("a")])
        try scenario.as("mother", role: "complainant").does("raise")
        let refusal = Self.refusal {
            try scenario.as("mother", role: "complainant").does("raise", to: CaseID("of-nobody"))
        }
        #expect(refusal == .notParty)
    }

    @Test func aPastSaysItselfWhoActed() throws {
        let scenario = try RequestWorkflow.scenario(Self.parties)
        let time = "2026-04-01T09:00:00Z"
        try scenario.as("mother", role: "complainant").inThePast(time).opens("request", ["summary": .boxed("a")])
        try scenario.as("stranger", role: "complainant").inThePast(time).does("raise")
        try scenario.as("clerk", role: "intake", post: "x", office: "clinic").inThePast(time).does("acknowledge")
        try scenario.as("officer", role: "triage_officer").inThePast(time).does(
            "assign", ["assignee": "long-gone", "category": "water"])
        #expect(scenario.state()?.assignee?.user == "long-gone")
    }

    @Test func nobodyIsGivenACaseWhomNoProgrammeKnows() throws {
        let scenario = try RequestWorkflow.working()
        let officer = scenario.as("officer", role: "triage_officer")
        try officer.does("redirect", ["office_id": "cell"])
        #expect(
            throws: Rejection(
                .unknownPerson, "expected a post or an account of a programme but found 'u-nobody'", field: "seat")
        ) { try officer.does("hand_over", ["seat": "u-nobody"]) }
        try officer.does("hand_over", ["seat": "handler"])
        #expect(scenario.state()?.assignee == Assignee(user: "handler"))
    }

    @Test func whoIsComplainedAboutDoesNothingOnTheCase() throws {
        let scenario = try RequestWorkflow.scenario()
        try scenario.as("citizen", role: "complainant").opens(
            "request", ["summary": .boxed("a"), "respondent_ref": "officer"])
        try scenario.as("clerk", role: "intake").does("acknowledge")
        let seated = scenario.as("officer", role: "triage_officer", post: "cell-officer", office: "cell")
        #expect(Self.refusal { try seated.does("set_severity", ["severity": "urgent"]) } == .conflictOfInterest)
        #expect(Self.refusal { try seated.does("redirect", ["office_id": "clinic"]) } == .conflictOfInterest)
    }

    @Test func aCaseIsNotMergedIntoItself() throws {
        let scenario = try RequestWorkflow.working()
        let officer = scenario.as("officer", role: "triage_officer")
        try officer.opens("request", as: CaseID("b"), state: "triage", ["summary": .boxed("a")])
        let reference = try #require(scenario.state(of: CaseID("b"))?.reference)
        for target in ["b", reference] {
            #expect(
                throws: Rejection(
                    .guardFailed, "expected another case in 'duplicate_of' but it is this one", field: "duplicate_of")
            ) { try officer.does("merge", ["duplicate_of": .string(target)], to: CaseID("b")) }
        }
        try officer.does("merge", ["duplicate_of": "case-1"], to: CaseID("b"))
    }

    @Test func whatIsClaimedToLieBeforeTheLastEventCountsAsHappeningWithIt() throws {
        let scenario = try RequestWorkflow.opened()
        try scenario.as("clerk", role: "intake").claiming("2019-01-01T00:00:00Z").does("acknowledge")
        #expect(scenario.state()?.since == .april(6, 9))
        #expect(scenario.state()?.touched == .april(6, 9))
    }

    @Test func codesAndReferencesHaveNoBlanks() throws {
        let scenario = try RequestWorkflow.working()
        #expect(
            Self.refusal {
                try scenario.as("officer", role: "triage_officer").does("hand_over", ["seat": "Ahmad Khan"])
            } == .wrongType)
        #expect(
            Self.refusal {
                try scenario.as("x", role: "complainant").opens(
                    "request", as: CaseID("c"), ["summary": .boxed("a"), "reason_code": "he beat me"])
            } == .wrongType)
    }

    private static func refusal(_ body: () throws -> Void) -> Rejection.Code? {
        do {
            try body()
            return nil
        } catch { return (error as? Rejection)?.code }
    }
}
