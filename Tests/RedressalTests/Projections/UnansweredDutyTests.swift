import Redressal
import RedressalTesting
import Testing

/// Who was told of an overdue case before somebody else was, and said nothing.
@Suite struct UnansweredDutyTests {
    private static let impatient = ["std:\n    levels:": "std:\n    acknowledge_within: 1bd\n    levels:"]

    /// The number of the event that raised a level.
    private static func raising(_ level: Int, in scenario: Scenario) throws -> Int {
        let records = scenario.log.map(\.record)
        return try #require(
            records.first { record in
                if case .escalationRaised(let facts) = record.event { facts.level == level } else { false }
            }
        ).seq
    }

    @Test func whoWasSilentForAWorkingDayIsNamed() throws {
        let scenario = try RequestWorkflow.opened(Self.impatient)
        try scenario.at(.april(9, 9))
        let second = try Self.raising(2, in: scenario)
        let duty = try #require(UnansweredDuty(before: second, in: scenario.timeline))
        #expect(duty.role == "supervisor_l1" && duty.user == "head")
        #expect(duty.raised == .april(7, 17).advanced(byMilliseconds: 1))
        let first = try Self.raising(1, in: scenario)
        #expect(UnansweredDuty(before: first, in: scenario.timeline) == nil)
    }

    @Test func whoAnsweredWasNotSilent() throws {
        let scenario = try RequestWorkflow.opened(Self.impatient)
        try scenario.at(.april(8, 9)).as("head", role: "supervisor_l1").does("take_up")
        try scenario.at(.april(11, 0))
        let second = try Self.raising(2, in: scenario)
        #expect(UnansweredDuty(before: second, in: scenario.timeline) == nil)
    }

    /// What a step before left unanswered is no news of the next step's deadline.
    @Test func anotherStepBeginsAnew() throws {
        let scenario = try RequestWorkflow.opened(Self.impatient)
        try scenario.at(.april(8, 9)).as("clerk", role: "intake").does("acknowledge")
        try scenario.at(.april(13, 9))
        let raised = scenario.timeline.filter { $0.record.event.kind == .escalationRaised }
        let third = try #require(raised.dropFirst().first)
        #expect(UnansweredDuty(before: third.record.seq, in: scenario.timeline) == nil)
    }
}
