import Redressal
import RedressalTesting
import Testing

@Suite struct TimerTests {
    @Test func aTimerFiresOnce() throws {
        let scenario = try RequestWorkflow.opened()
        let timer = try #require(scenario.earliest()?.1)
        scenario.isDown(until: timer.due.advanced(byMilliseconds: 1))
        try scenario.fire(timer.id, generation: timer.generation)
        #expect(
            throws: Rejection(.timerGone, "expected timer state:reminder:50 of generation 2 but it is gone")
        ) { try scenario.fire(timer.id, generation: timer.generation) }
    }

    @Test func aTimerOfAnOldArmingDoesNothing() throws {
        let scenario = try RequestWorkflow.working()
        let breach = TimerID(clock: .state, kind: .breach)
        let old = try #require(scenario.state()?.timers.first { $0.id == breach })
        try scenario.as("head", role: "supervisor_l1").does("extend", ["reason_code": "more"])
        scenario.isDown(until: .april(20, 9))
        #expect(
            throws: Rejection(.timerGone, "expected timer state:breach of generation \(old.generation) but it is gone")
        ) { try scenario.fire(breach, generation: old.generation) }
    }

    @Test func aTimerDoesNotFireBeforeOrAtItsInstant() throws {
        let scenario = try RequestWorkflow.opened()
        scenario.isDown(until: .april(7, 17))
        #expect(
            throws: Rejection(
                .notDue, "expected timer state:breach to be due but it is due at 2026-04-07T17:00:00.000Z")
        ) { try scenario.fire(TimerID(clock: .state, kind: .breach), generation: 2) }
    }

    @Test func aTimersNameReadsBack() {
        let ids = TimerFact.Kind.allCases.flatMap { kind in
            ClockName.allCases.flatMap { clock in
                [nil, 2].map { TimerID(clock: clock, kind: kind, mark: $0) }
            }
        }
        #expect(ids.map { TimerID($0.description) } == ids.map { $0 })
        #expect(
            ["", "state", "state:what", "state:breach:x", "when:breach", "a:b:c:d"].map { TimerID($0) } == [
                nil, nil, nil, nil, nil, nil,
            ])
    }
}
