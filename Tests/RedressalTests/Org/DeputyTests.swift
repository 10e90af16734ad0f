import Redressal
import RedressalTesting
import Testing

/// Standing in for somebody who is away, between two days.
@Suite struct DeputyTests {
    private static let before = Instant.april(6, 8)
    private static let during = Instant.april(6, 9)
    private static let after = Instant.april(11, 0)

    /// The cell's head is away from Monday at nine to Friday, and the officer stands in.
    private static func programme(_ more: [Absence] = [], people: [Person] = []) -> Programme {
        .district(
            absences: [Absence(user: "head", from: Self.during, to: Self.after, deputy: "officer")] + more,
            people: people)
    }

    private static func posts(_ user: String, _ at: Instant, _ programme: Programme = programme()) -> [String] {
        OrgDirectory([programme]).posts(of: user, at: at).map(\.id)
    }

    @Test func aDeputySitsInTheSeatBetweenTheDays() {
        #expect(Self.posts("officer", Self.before) == ["cell-officer"])
        #expect(Self.posts("officer", Self.during) == ["cell-officer", "cell-head"])
        #expect(Self.posts("officer", Self.after) == ["cell-officer"])
        #expect(Self.posts("head", Self.during) == ["cell-head"])
    }

    @Test func standingInIsNotHandedOn() {
        let chain = Self.programme([
            Absence(user: "officer", from: .april(7, 0), to: .april(8, 0), deputy: "clerk")
        ])
        #expect(Self.posts("clerk", .april(6, 12), chain) == ["cell-clerk"])
        // The officer is away too: the clerk sits in the officer's own seat, and nobody in the head's.
        #expect(Self.posts("clerk", .april(7, 12), chain) == ["cell-clerk", "cell-officer"])
        #expect(Self.posts("officer", .april(7, 12), chain) == ["cell-officer"])
        let org = OrgDirectory([chain])
        #expect(org.acting(for: "head", at: .april(7, 12)) == nil)
        #expect(org.acting(for: "head", at: .april(9, 12)) == "officer")
        #expect(org.acting(for: "head", at: Self.before) == "head")
    }

    @Test func whatADeputyDoesSaysInWhosePlace() throws {
        let org = OrgDirectory([Self.programme()])
        let actor = try org.actor("officer", in: "supervisor_l1", at: Self.during)
        #expect(
            actor
                == Actor(
                    user: "officer", role: "supervisor_l1", post: "cell-head", office: "cell", onBehalfOf: "head"))
        let own = try org.actor("officer", in: "triage_officer", at: Self.during)
        #expect(own.onBehalfOf == nil)
        #expect(throws: SeatRefusal.self) { try org.actor("officer", in: "supervisor_l1", at: Self.after) }
        #expect(throws: SeatRefusal.self) { try org.actor("officer", in: "supervisor_l1", at: Self.before) }
    }

    /// The deadline passes while the head is away: the deputy gets the duty, as a person of their own.
    @Test func aLadderGivesTheDutyToTheDeputy() throws {
        let scenario = try RequestWorkflow.opened(programme: Self.programme())
        try scenario.at(.april(9, 12))
        let raised = scenario.facts().compactMap { event -> EscalationRaised? in
            if case .escalationRaised(let facts) = event { facts } else { nil }
        }
        #expect(raised.first?.post == "cell-head")
        #expect(raised.first?.user == "officer")
        #expect(raised.first?.skipped == [])
    }

    @Test func nobodyApprovesTheirOwnProposalInAnothersSeat() throws {
        let scenario = try RequestWorkflow.working(
            programme: .district(absences: [
                Absence(user: "head", from: Self.during, to: .april(30, 0), deputy: "handler")
            ]))
        let org = scenario.catalog.org
        try scenario.as("handler", role: "handler").does("propose")
        let seat = try org.actor("handler", in: "supervisor_l1", at: scenario.now)
        #expect(seat.post == "cell-head")
        let rejection = #expect(throws: Rejection.self) {
            try scenario.as("handler", role: "supervisor_l1", post: "cell-head", office: "cell").does("approve")
        }
        #expect(rejection?.code == .samePerson)
    }

    /// Whoever stands in for somebody keeps away from complaints about them, and those about the seat itself.
    @Test(arguments: ["head", "cell-head"]) func aDeputyDoesNotJudgeWhomTheyStandInFor(_ respondent: String) throws {
        let scenario = try RequestWorkflow.scenario(programme: Self.programme())
        try scenario.as("mother", role: "complainant").opens(
            "request", ["summary": .boxed("a"), "respondent_ref": .string(respondent)])
        let state = try #require(scenario.state())
        #expect(!Sight(of: "officer", scenario.catalog, at: Self.during).sees(state))
        #expect(Sight(of: "officer", scenario.catalog, at: Self.after).sees(state))
    }

    @Test func aProgrammeNamesADeputyWithAnEnd() {
        func read(_ absence: String) -> ProgrammeReading {
            ProgrammeReader.read(
                """
                kind: programme
                programme: p
                version: 1
                tz: UTC
                offices: {o: {name: O, kind: cell, calendar: wall}}
                posts: {p-1: {office: o, roles: [intake], holder: u-1}}
                people: {u-1: , u-2: }
                absences:
                  - \(absence)
                """, file: "p.yaml")
        }
        let good = read("{user: u-1, from: 2026-04-06, to: 2026-04-10, deputy: u-2}")
        #expect(
            good.programme?.absences == [
                Absence(user: "u-1", from: .april(6, 0), to: .april(11, 0), deputy: "u-2")
            ])
        for (absence, rule) in [
            ("{user: u-1, from: 2026-04-06, deputy: u-2}", "missing-key"),
            ("{user: u-1, from: 2026-04-06, to: 2026-04-10, deputy: u-1}", "bad-value"),
            ("{user: u-1, from: 2026-04-06, to: 2026-04-10, deputy: u-9}", "unknown-user"),
        ] {
            let reading = read(absence)
            #expect(reading.programme == nil)
            #expect(reading.findings.map(\.rule) == [rule], "\(reading.findings)")
        }
    }
}
