import Redressal
import RedressalTesting
import Testing

@Suite struct LadderTests {
    @Test func theLadderClimbsAsTimeGoesUntilTheCaseMoves() throws {
        let scenario = try RequestWorkflow.opened()
        try scenario.at(.april(8, 9))
        #expect(
            scenario.facts(after: 5).first
                == .escalationRaised(
                    EscalationRaised(
                        clock: .state, generation: 4, level: 1, ladder: "std", role: "supervisor_l1", post: "cell-head",
                        office: "cell", user: "head", effects: ["notify"], skipped: [], due: .april(7, 17),
                        timers: [TimerFact(.escalation, due: .april(10, 17), mark: 2)])))
        try scenario.at(.april(11, 0))
        #expect(scenario.raised.map(\.user) == ["head", "commissioner"])
        let facts = try scenario.as("clerk", role: "intake").does("acknowledge")
        #expect(facts[1] == .clockStopped(ClockStopped(clock: .state, at: .april(11, 0), breached: true, level: 2)))
        #expect(scenario.state()?.timers.contains { $0.id.kind == .escalation } == false)
    }

    @Test func aStepNobodyCanTakePassesToTheNextAndSaysWhy() throws {
        let programme = Programme.district(
            without: ["cell-head"], absences: [Absence(user: "commissioner", from: .april(1, 0), to: nil)])
        let scenario = try RequestWorkflow.opened(
            ["to: supervisor_l3": "to: province-head"], programme: programme)
        try scenario.at(.april(8, 9))
        #expect(scenario.raised.map(\.user) == ["secretary"])
        #expect(
            scenario.raised.first?.skipped == [
                SkippedStep(level: 1, role: "supervisor_l1", post: nil, reason: .noPost),
                SkippedStep(level: 2, role: "supervisor_l2", post: "district-head", reason: .absent),
            ])
    }

    @Test func theHolderAndTheirConflictsAreNotAsked() throws {
        let head = Person(id: "commissioner", relatives: ["villain"])
        let scenario = try RequestWorkflow.scenario(programme: .district(vacant: ["province-head"], people: [head]))
        try scenario.as("citizen", role: "complainant")
            .opens("request", ["summary": .boxed("a"), "respondent_ref": "villain"])
        try scenario.as("officer", role: "triage_officer").does("hand_over", ["seat": "cell-head"])
        try scenario.at(.april(8, 9))
        #expect(
            scenario.facts().last
                == .caseOrphaned(
                    CaseOrphaned(
                        clock: .state, generation: 4, ladder: "std",
                        skipped: [
                            SkippedStep(level: 1, role: "supervisor_l1", post: "cell-head", reason: .samePerson),
                            SkippedStep(level: 2, role: "supervisor_l2", post: "district-head", reason: .conflict),
                            SkippedStep(level: 3, role: "supervisor_l3", post: "province-head", reason: .noHolder),
                        ], due: .april(7, 17))))
        #expect(scenario.state()?.orphaned == true)
        try scenario.as("officer", role: "triage_officer").does("hand_over", ["seat": "cell-officer"])
        #expect(scenario.state()?.orphaned == false)
    }

    @Test func nobodyIsAskedTwiceThoughTheyHoldTwoPosts() throws {
        let base = Programme.district(vacant: ["district-head"])
        let programme = Programme(
            name: base.name, version: 2, offices: base.offices, posts: base.posts,
            holdings: base.holdings + [Holding(post: "district-head", user: "head")], absences: [], people: base.people)
        let scenario = try RequestWorkflow.opened(programme: programme)
        try scenario.at(.april(11, 9))
        #expect(scenario.raised.map(\.user) == ["head", "secretary"])
        #expect(scenario.raised.last?.skipped.map(\.reason) == [.samePerson])
    }

    @Test func silenceBringsTheNextStepSoonerAndAnAnswerItsOwnTime() throws {
        let change = ["std:\n    levels:": "std:\n    acknowledge_within: 1bd\n    levels:"]
        let silent = try RequestWorkflow.opened(change)
        try silent.at(.april(9, 9))
        #expect(silent.raised.map(\.user) == ["head", "commissioner"])
        let answered = try RequestWorkflow.opened(change)
        try answered.at(.april(8, 9)).as("head", role: "supervisor_l1").does("take_up")
        #expect(
            answered.facts().last
                == .escalationAcknowledged(
                    EscalationAcknowledged(
                        clock: .state, generation: 5, level: 1,
                        timers: [TimerFact(.escalation, due: .april(10, 17), mark: 2)])))
        try answered.at(.april(10, 17))
        #expect(answered.raised.map(\.user) == ["head"])
    }

    @Test func somebodyMayRaiseTheNextStepByHandBeforeTheDeadline() throws {
        let scenario = try RequestWorkflow.opened()
        let citizen = scenario.as("citizen", role: "complainant")
        try citizen.does("raise")
        #expect(scenario.raised.map(\.user) == ["head"])
        #expect(scenario.log.last?.record.actor.user == "citizen")
        #expect(scenario.state()?.timers.contains { $0.id.kind == .escalation } == false)
        try scenario.as("head", role: "supervisor_l1").does("take_up")
        try citizen.does("raise")
        try citizen.does("raise")
        #expect(throws: Rejection(.noDeadline, "expected a level above 3 but ladder std ends there")) {
            try citizen.does("raise")
        }
        try scenario.at(.april(8, 9))
        #expect(scenario.raised.map(\.user) == ["head", "commissioner", "secretary"])
    }

    @Test func raisingOrTakingUpNeedsSomethingToRaiseOrTakeUp() throws {
        let scenario = try RequestWorkflow.opened(["chain: std": "chain: none"])
        #expect(throws: Rejection(.noDeadline, "expected a ladder to climb but received has none")) {
            try scenario.as("citizen", role: "complainant").does("raise")
        }
        #expect(throws: Rejection(.noDeadline, "expected a standing escalation but there is none")) {
            try scenario.as("head", role: "supervisor_l1").does("take_up")
        }
    }

    @Test func aProfileBringsItsOwnLadder() throws {
        let scenario = try RequestWorkflow.scenario()
        try scenario.as("citizen", role: "complainant").opens("request", severity: "urgent", ["summary": .boxed("a")])
        try scenario.at(.april(6, 15, 1))
        #expect(scenario.raised.map(\.ladder) == ["fast", "fast"])
    }
}

extension Scenario {
    /// The escalations of the first case.
    var raised: [EscalationRaised] {
        self.facts().compactMap { if case .escalationRaised(let facts) = $0 { facts } else { nil } }
    }
}
