import Redressal
import RedressalTesting
import Testing

@Suite struct ClockTests {
    @Test func leavingAStateStopsItsClockAndTheTotalRunsOn() throws {
        let scenario = try RequestWorkflow.opened()
        let facts = try scenario.at(.april(6, 12)).as("clerk", role: "intake").does("acknowledge")
        #expect(
            facts.dropFirst() == [
                .clockStopped(ClockStopped(clock: .state, at: .april(6, 12), breached: false, level: 0)),
                .clockStarted(
                    ClockStarted(
                        clock: .state, generation: 3, target: "2bd", ladder: "std",
                        calendar: CalendarReference(id: "office", version: 1), from: .april(6, 12), due: .april(8, 17),
                        length: 21 * 3_600_000,
                        timers: [
                            TimerFact(.reminder, due: .april(7, 14, 30), mark: 50),
                            TimerFact(.breach, due: .april(8, 17)),
                        ])),
            ])
        #expect(scenario.state()?.clocks[.total]?.due == .april(20, 17))
    }

    @Test func aReminderFiresOnceAndTheClockRunsOn() throws {
        let scenario = try RequestWorkflow.opened()
        try scenario.at(.april(7, 9))
        #expect(
            scenario.facts(after: 3) == [
                .reminderDue(ReminderDue(clock: .state, percent: 50, due: .april(6, 17)))
            ])
        #expect(scenario.log.last?.record.actor == .system)
    }

    @Test func closedExactlyAtTheDeadlineIsOnTime() throws {
        let scenario = try RequestWorkflow.opened()
        try scenario.at(.april(7, 17)).as("clerk", role: "intake").does("acknowledge")
        #expect(
            scenario.facts().contains(
                .clockStopped(ClockStopped(clock: .state, at: .april(7, 17), breached: false, level: 0))))
    }

    @Test func leavingAfterTheDeadlineIsLateEvenIfNobodyNoticed() throws {
        let scenario = try RequestWorkflow.opened()
        scenario.isDown(until: Instant.april(7, 17).advanced(byMilliseconds: 1))
        let facts = try scenario.as("clerk", role: "intake").does("acknowledge")
        #expect(
            facts[1] == .clockStopped(ClockStopped(clock: .state, at: scenario.now, breached: true, level: 0)))
    }

    @Test func aBreachIsDatedByItsDeadlineAndTellsHowLateItWasNoticed() throws {
        let scenario = try RequestWorkflow.opened(["chain: std, remind: [50%]}\n  triage": "chain: none}\n  triage"])
        try scenario.afterDowntime(until: "2026-04-08T10:00:00Z")
        #expect(
            scenario.facts(after: 3).contains(
                .deadlineBreached(
                    DeadlineBreached(
                        clock: .state, generation: 3, due: .april(7, 17), detected: .april(8, 10), ladder: nil,
                        timers: []))))
        #expect(scenario.state()?.isBreached == true)
    }

    @Test func aFinalStateStopsEveryClockAndReopeningStartsThemAgain() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.as("handler", role: "handler").does("propose")
        try scenario.at(.april(8, 9)).as("head", role: "supervisor_l1").does("approve")
        let closed = try #require(scenario.state())
        #expect(closed.clocks.isEmpty)
        #expect(closed.timers.isEmpty)
        #expect(closed.closed == .april(8, 9))
        try scenario.at(.april(13, 9)).as("commissioner", role: "supervisor_l2").does("reopen")
        let open = try #require(scenario.state())
        #expect(open.closed == nil)
        #expect(open.lastClosed == .april(8, 9))
        #expect(open.reopened == 1)
        #expect(open.clocks[.total]?.from == .april(13, 9))
        #expect(open.clocks[.state]?.due == .april(15, 17))
    }

    @Test func aDateInAFieldIsKeptUntilItsLastMoment() throws {
        let scenario = try RequestWorkflow.working()
        let handler = scenario.as("handler", role: "handler")
        try handler.does("plan")
        #expect(scenario.state()?.clocks[.state] == nil)
        try scenario.at(.april(6, 12)).as("handler", role: "handler").does("replan", ["done_by": "2026-04-08"])
        #expect(scenario.state()?.clocks[.state]?.due == .april(9, 0))
        #expect(scenario.state()?.clocks[.state]?.target == "$done_by")
    }

    @Test func theSystemAnswersForWhoDidNot() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.as("handler", role: "handler").does("propose")
        try scenario.at(.april(21, 9, 1))
        let state = try #require(scenario.state())
        #expect(state.state == "closed")
        #expect(state.counts["ClosedUnanswered"] == 1)
        let taken = scenario.log.first { $0.record.event.isAction("close_unanswered") }
        #expect(taken?.record.actor == .system)
        #expect(taken?.record.occurred == Instant.april(21, 9).advanced(byMilliseconds: 1))
    }

    @Test func aLapseWhoseGuardDoesNotHoldIsABreach() throws {
        let scenario = try RequestWorkflow.working(["within(state_since, 30d)": "has(done_by)"])
        try scenario.as("handler", role: "handler").does("propose")
        try scenario.at(.april(21, 9, 1))
        #expect(scenario.state()?.state == "done")
        #expect(scenario.state()?.clocks[.state]?.breached == true)
    }
}

extension CaseEvent {
    /// Whether it is the doing of an action.
    func isAction(_ name: String) -> Bool {
        if case .actionTaken(let facts) = self { facts.action == name } else { false }
    }
}
