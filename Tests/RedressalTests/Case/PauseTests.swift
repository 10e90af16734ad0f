import Redressal
import RedressalTesting
import Testing

@Suite struct PauseTests {
    private let hour: Int64 = 3_600_000

    @Test func aWaitingStatePausesTheTotalAndAnAnswerMovesItsDeadline() throws {
        let scenario = try RequestWorkflow.working()
        let asked = try scenario.at(.april(7, 9)).as("handler", role: "handler").does("ask")
        #expect(
            asked[2]
                == .clockPaused(
                    ClockPaused(
                        clock: .total, generation: 5, reason: "waiting", at: .april(7, 9), remaining: 80 * self.hour,
                        business: true, timers: [TimerFact(.pauseCap, due: .april(10, 17))])))
        let answered = try scenario.at(.april(8, 13)).as("citizen", role: "complainant").does("answer")
        #expect(
            answered[2]
                == .clockResumed(
                    ClockResumed(
                        clock: .total, generation: 7, reason: .left, at: .april(8, 13), due: .april(22, 13),
                        calendar: CalendarReference(id: "office", version: 1), paused: 28 * self.hour,
                        pausedWorking: 12 * self.hour,
                        timers: [
                            TimerFact(.reminder, due: .april(14, 17), mark: 50),
                            TimerFact(.breach, due: .april(22, 13)),
                        ])))
        #expect(scenario.state()?.state == "working")
    }

    @Test func aReminderThatFiredBeforeAPauseDoesNotFireAgain() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.at(.april(10, 9)).as("head", role: "supervisor_l1").does("extend", ["reason_code": "more"])
        try scenario.at(.april(13, 14)).as("handler", role: "handler").does("ask")
        try scenario.at(.april(14, 14)).as("citizen", role: "complainant").does("answer")
        #expect(scenario.state()?.timers.filter { $0.id.clock == .total }.map(\.id.kind) == [.breach])
    }

    @Test func aPauseEndsAtItsCapThoughNobodyNoticedInTime() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.at(.april(7, 9)).as("handler", role: "handler").does("ask")
        try scenario.afterDowntime(until: "2026-04-16T12:00:00Z")
        #expect(
            scenario.facts().contains { event in
                guard case .clockResumed(let facts) = event else { return false }
                return facts.reason == .cap && facts.at == .april(10, 17) && facts.due == .april(24, 17)
            })
        #expect(scenario.state()?.state == "waiting")
    }

    @Test func anAnswerAfterTheCapDoesNotStretchThePause() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.at(.april(7, 9)).as("handler", role: "handler").does("ask")
        scenario.isDown(until: .april(15, 9))
        let facts = try scenario.as("citizen", role: "complainant").does("answer")
        #expect(facts[0].isResumption(.cap, due: .april(24, 17)))
        #expect(scenario.state()?.clocks[.total]?.pausedWorking == 32 * self.hour)
    }

    @Test func theCapCountsAllPausesOfACase() throws {
        let scenario = try RequestWorkflow.working()
        let handler = scenario.as("handler", role: "handler")
        let citizen = scenario.as("citizen", role: "complainant")
        try scenario.at(.april(7, 9))
        try handler.does("ask")
        try scenario.at(.april(9, 9))
        try citizen.does("answer")
        try handler.does("ask")
        // Three working days from Thursday the 9th at nine are 32 hours; 16 of them are used up.
        let cap = scenario.state()?.timers.first { $0.id.kind == .pauseCap }
        #expect(cap?.due == .april(10, 17))
        try scenario.at(.april(13, 9))
        #expect(scenario.state()?.clocks[.total]?.pause == nil)
        #expect(scenario.state()?.clocks[.total]?.pausedWorking == 32 * self.hour)
    }

    @Test func aCaseWhosePausesAreUsedUpIsNotPausedAgain() throws {
        let scenario = try RequestWorkflow.working(["count(Asked) < 2": "count(Asked) < 9"])
        let handler = scenario.as("handler", role: "handler")
        try handler.does("ask")
        try scenario.at(.april(13, 9))
        try scenario.as("citizen", role: "complainant").does("answer")
        let facts = try handler.does("ask")
        #expect(!facts.contains { if case .clockPaused = $0 { true } else { false } })
        #expect(scenario.state()?.clocks[.total]?.pause == nil)
    }

    @Test func aClockThatRanOutIsNotPaused() throws {
        let scenario = try RequestWorkflow.working()
        scenario.isDown(until: .april(21, 9))
        try scenario.as("handler", role: "handler").does("ask")
        #expect(scenario.state()?.clocks[.total]?.pause == nil)
        try scenario.at(.april(21, 10))
        #expect(scenario.state()?.clocks[.total]?.breached == true)
    }

    @Test func closingAPausedCaseStopsItsClockOnTime() throws {
        let scenario = try RequestWorkflow.working([
            "from: done, to: closed, by: [supervisor_l1]": "from: [done, waiting], to: closed, by: [supervisor_l1]"
        ])
        try scenario.as("handler", role: "handler").does("ask")
        let facts = try scenario.at(.april(7, 9)).as("head", role: "supervisor_l1").does("approve")
        #expect(
            facts.last == .clockStopped(ClockStopped(clock: .total, at: .april(7, 9), breached: false, level: 0)))
    }
}

extension CaseEvent {
    func isResumption(_ reason: ClockResumed.Reason, due: Instant) -> Bool {
        if case .clockResumed(let facts) = self { facts.reason == reason && facts.due == due } else { false }
    }
}
