import Redressal
import RedressalTesting
import Testing

@Suite struct HistoryTests {
    /// A case that was opened on Monday and is imported ten days later.
    private func imported() throws -> Scenario {
        let scenario = try RequestWorkflow.scenario()
        scenario.isDown(until: .april(16, 12))
        try scenario.as("citizen", role: "complainant").inThePast("2026-04-06T09:00:00Z")
            .opens("request", ["summary": .boxed("a")])
        return scenario
    }

    @Test func thePastFiresItsOwnTimersAtTheirOwnInstants() throws {
        let scenario = try self.imported()
        #expect(scenario.state()?.historical == true)
        try scenario.as("clerk", role: "intake").inThePast("2026-04-08T10:00:00Z").does("acknowledge")
        #expect(
            scenario.facts(after: 3).prefix(3) == [
                .reminderDue(ReminderDue(clock: .state, percent: 50, due: .april(6, 17))),
                .deadlineBreached(
                    DeadlineBreached(
                        clock: .state, generation: 3, due: .april(7, 17), detected: .april(7, 17), ladder: "std",
                        timers: [TimerFact(.escalation, due: .april(7, 17), mark: 1)])),
                .escalationRaised(
                    EscalationRaised(
                        clock: .state, generation: 4, level: 1, ladder: "std", role: "supervisor_l1", post: "cell-head",
                        office: "cell", user: "head", effects: ["notify"], skipped: [], due: .april(7, 17),
                        timers: [TimerFact(.escalation, due: .april(10, 17), mark: 2)])),
            ])
        #expect(scenario.log.map(\.record.recorded) == scenario.log.map { _ in .april(16, 12) })
        #expect(scenario.log.map(\.record.occurred) == scenario.log.map(\.record.occurred).sorted())
    }

    @Test func aLapseInThePastGoesByThePastsOwnTime() throws {
        let scenario = try self.imported()
        try scenario.as("clerk", role: "intake").inThePast("2026-04-06T09:00:00Z").does("acknowledge")
        try scenario.as("officer", role: "triage_officer").inThePast("2026-04-06T09:00:00Z")
            .does("assign", ["assignee": "handler", "category": "water"])
        try scenario.as("handler", role: "handler").inThePast("2026-04-06T10:00:00Z").does("propose")
        scenario.isDown(until: .april(90, 0))
        try scenario.as("importer", role: "importer").inThePast("2026-06-20T00:00:00Z").asks(
            .endHistory(EndHistory(live: true)))
        #expect(scenario.state()?.state == "closed")
        #expect(scenario.state()?.closed == .april(21, 10))
    }

    @Test func theWallClockTakesOverWhenTheHistoryEnds() throws {
        let scenario = try self.imported()
        #expect(
            throws: Rejection(.notDue, "expected a case that runs by the wall clock but its history is still open")
        ) { try scenario.fire(TimerID(clock: .state, kind: .breach), generation: 2) }
        let importer = scenario.as("importer", role: "importer")
        try importer.inThePast("2026-04-07T09:00:00Z").asks(.endHistory(EndHistory(live: false)))
        #expect(scenario.state()?.historical == true)
        try importer.inThePast("2026-04-07T12:00:00Z").asks(.endHistory(EndHistory(live: true)))
        #expect(scenario.facts().last == .historyEnded(HistoryEnded(at: .april(7, 12))))
        #expect(scenario.state()?.historical == false)
        try scenario.at(.april(16, 13))
        #expect(scenario.state()?.clocks[.state]?.level == 2)
        #expect(
            throws: Rejection(
                .historyNotAllowed,
                "expected a case whose history is open but the history of 'case-1' has ended")
        ) { try scenario.as("clerk", role: "intake").inThePast("2026-04-16T12:00:00Z").does("acknowledge") }
    }

    /// Real logs do that; what they say is kept as they say it.
    @Test func aPastMayStepBack() throws {
        let scenario = try self.imported()
        try scenario.as("clerk", role: "intake").inThePast("2026-04-07T10:00:00Z").does("acknowledge")
        try scenario.as("head", role: "supervisor_l1").inThePast("2026-04-07T09:59:00Z").does("approve_drop")
        #expect(scenario.log.last?.record.occurred == .april(7, 9, 59))
        #expect(scenario.state()?.clocks[.state]?.from == .april(7, 10))
    }

    @Test func aPaperThatIsEnteredLateGivesTheOfficeItsTimeFromToday() throws {
        let scenario = try RequestWorkflow.scenario()
        try scenario.as("citizen", role: "complainant").claiming("2026-04-03T09:00:00Z")
            .opens("request", ["summary": .boxed("a")])
        let state = try #require(scenario.state())
        #expect(state.opened == .april(3, 9))
        #expect(state.historical == false)
        #expect(state.clocks.mapValues(\.from) == [.state: .april(6, 9), .total: .april(6, 9)])
    }

    @Test func onlyAnImporterVouchesForAPast() throws {
        let scenario = try RequestWorkflow.scenario()
        #expect(
            throws: Rejection(
                .historyNotAllowed, "expected an account with the role importer to vouch for it but found 'clerk'")
        ) {
            try scenario.as("citizen", role: "complainant").inThePast("2026-04-01T09:00:00Z", vouchedBy: "clerk")
                .opens("request", ["summary": .boxed("a")])
        }
        let imported = try self.imported()
        #expect(
            throws: Rejection(
                .historyNotAllowed, "expected somebody who vouches for the past to end it but nobody does")
        ) { try imported.as("clerk", role: "intake").asks(.endHistory(EndHistory(live: true))) }
    }
}
