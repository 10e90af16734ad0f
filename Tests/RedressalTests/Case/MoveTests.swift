import Redressal
import RedressalTesting
import Testing

@Suite struct MoveTests {
    private let office = CalendarReference(id: "office", version: 1)
    private let hour: Int64 = 3_600_000

    @Test func moreTimeMovesTheDeadlineAndTheRemindersStillToCome() throws {
        let scenario = try RequestWorkflow.working()
        let facts = try scenario.at(.april(7, 9)).as("head", role: "supervisor_l1").does(
            "extend", ["reason_code": "more"])
        #expect(
            facts.last
                == .clockMoved(
                    ClockMoved(
                        clock: .state, generation: 5, reason: .extended, target: "5bd", ladder: "std",
                        calendar: self.office,
                        at: .april(7, 9), old: .april(13, 17), due: .april(15, 17), length: 64 * self.hour,
                        timers: [
                            TimerFact(.reminder, due: .april(9, 17), mark: 50),
                            TimerFact(.reminder, due: .april(14, 12, 12), mark: 80),
                            TimerFact(.breach, due: .april(15, 17)),
                        ])))
    }

    @Test func moreTimeUntilAnInstant() throws {
        let scenario = try RequestWorkflow.working()
        let head = scenario.as("head", role: "supervisor_l1")
        #expect(
            throws: Rejection(
                .noDeadline,
                "expected a later deadline than 2026-04-20T17:00:00.000Z but found 2026-04-20T17:00:00.000Z",
                field: "promised_at")
        ) { try head.does("extend_total", ["reason_code": "more", "promised_at": "2026-04-20T17:00:00Z"]) }
        try head.does("extend_total", ["reason_code": "more", "promised_at": "2026-04-24T12:00:00Z"])
        #expect(scenario.state()?.clocks[.total]?.due == .april(24, 12))
    }

    @Test func thereIsNoMoreTimeAfterTheDeadlineNoticedOrNot() throws {
        let scenario = try RequestWorkflow.working()
        scenario.isDown(until: .april(14, 9))
        #expect(
            throws: Rejection(
                .noDeadline, "expected a running state clock to extend but there is none before its deadline")
        ) { try scenario.as("head", role: "supervisor_l1").does("extend", ["reason_code": "more"]) }
    }

    @Test func aSeverityBringsItsTargetsLadderAndCalendarFromTheClocksOwnStart() throws {
        let scenario = try RequestWorkflow.working()
        let facts = try scenario.at(.april(6, 11)).as("officer", role: "triage_officer")
            .does("set_severity", ["severity": "urgent"])
        let wall = CalendarReference(id: "wall", version: 1)
        #expect(
            facts.dropFirst() == [
                .clockMoved(
                    ClockMoved(
                        clock: .total, generation: 5, reason: .retargeted, target: "2d", ladder: "fast", calendar: wall,
                        at: .april(6, 11), old: .april(20, 17), due: .april(8, 9), length: 48 * self.hour,
                        timers: [
                            TimerFact(.reminder, due: .april(7, 9), mark: 50), TimerFact(.breach, due: .april(8, 9)),
                        ])),
                .clockMoved(
                    ClockMoved(
                        clock: .state, generation: 6, reason: .retargeted, target: "6h", ladder: "fast", calendar: wall,
                        at: .april(6, 11), old: .april(13, 17), due: .april(6, 15), length: 6 * self.hour,
                        timers: [
                            TimerFact(.reminder, due: .april(6, 12), mark: 50),
                            TimerFact(.reminder, due: .april(6, 13, 48), mark: 80),
                            TimerFact(.breach, due: .april(6, 15)),
                        ])),
            ])
    }

    @Test func aSeverityThatComesWhileTheCaseWaitsCountsFromThenOn() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.at(.april(6, 11)).as("handler", role: "handler").does("ask")
        try scenario.at(.april(6, 14)).as("officer", role: "triage_officer").does(
            "set_severity", ["severity": "urgent"])
        #expect(scenario.state()?.clocks[.total]?.pause?.remaining == 46 * self.hour)
        try scenario.at(.april(6, 16)).as("citizen", role: "complainant").does("answer")
        // Two days from nine on Monday, and five hours of waiting.
        #expect(scenario.state()?.clocks[.total]?.due == .april(8, 14))
    }

    @Test func anOfficeOfTheSameCalendarTouchesNoClock() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.as("head", role: "supervisor_l1").does("extend", ["reason_code": "more"])
        let facts = try scenario.as("officer", role: "triage_officer").does("redirect", ["office_id": "district"])
        #expect(facts.count == 1)
        #expect(scenario.state()?.clocks[.state]?.due == .april(15, 17))
    }

    @Test func anOfficeOfAnotherCalendarMovesBothClocks() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.as("officer", role: "triage_officer").does("redirect", ["office_id": "clinic"])
        #expect(scenario.state()?.clocks[.state]?.due == .april(12, 0))
        #expect(scenario.state()?.clocks[.total]?.due == .april(17, 0))
    }

    @Test func anotherDateInTheFieldMovesTheClockThatCountsTowardsIt() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.as("handler", role: "handler").does("plan", ["done_by": "2026-04-08"])
        let facts = try scenario.as("handler", role: "handler").does("replan", ["done_by": "2026-04-10"])
        #expect(facts.count == 2)
        #expect(scenario.state()?.clocks[.state]?.due == .april(11, 0))
    }

    @Test func moreTimeUntilTheDateThatIsTheClocksOwnTarget() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.as("handler", role: "handler").does("plan", ["done_by": "2026-04-08"])
        let head = scenario.as("head", role: "supervisor_l1")
        #expect(
            throws: Rejection(
                .noDeadline,
                "expected a later deadline than 2026-04-09T00:00:00.000Z but found 2026-04-08T00:00:00.000Z",
                field: "done_by")
        ) { try head.does("put_off", ["done_by": "2026-04-07", "reason_code": "rain"]) }
        let facts = try head.does("put_off", ["done_by": "2026-04-10", "reason_code": "rain"])
        #expect(facts.count == 2)
        guard case .clockMoved(let moved) = facts.last else { throw ScenarioFailure("expected a moved clock") }
        #expect(moved.reason == .extended)
        #expect(moved.due == .april(11, 0))
    }

    @Test func aBreachThatHappenedStaysNoticedOrNot() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.as("handler", role: "handler").does("plan", ["done_by": "2026-04-08"])
        scenario.isDown(until: .april(9, 9))
        try scenario.as("handler", role: "handler").does("replan", ["done_by": "2026-04-10"])
        #expect(scenario.state()?.clocks[.state]?.due == .april(9, 0))
        try scenario.at(.april(9, 10))
        #expect(scenario.state()?.clocks[.state]?.breached == true)
    }
}
