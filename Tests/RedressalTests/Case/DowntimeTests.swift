import Redressal
import RedressalTesting
import Testing

/// What a ladder does about steps whose time passed while nothing ran.
@Suite struct DowntimeTests {
    /// An urgent case whose ladder has steps on Monday at 11:00 and 15:00, on Tuesday and on Friday at 11:00.
    private func urgent(_ onMissed: String) throws -> Scenario {
        let scenario = try RequestWorkflow.scenario(["on_missed: sequential": "on_missed: \(onMissed)"])
        try scenario.as("citizen", role: "complainant").opens("request", severity: "urgent", ["summary": .boxed("a")])
        return scenario
    }

    private let threeDaysLater = "2026-04-09T11:30:00Z"

    @Test func sequentialRaisesEveryStepInOrder() throws {
        let scenario = try self.urgent("sequential").afterDowntime(until: self.threeDaysLater)
        #expect(scenario.stateRaised.map(\.user) == ["head", "commissioner", "secretary"])
        #expect(scenario.stateRaised.map(\.due) == [.april(6, 11), .april(6, 15), .april(7, 11)])
    }

    @Test func collapseRaisesTheHighestStepAndNotesTheOthers() throws {
        let scenario = try self.urgent("collapse").afterDowntime(until: self.threeDaysLater)
        #expect(scenario.stateRaised.map(\.user) == ["secretary"])
        #expect(
            scenario.stateRaised.first?.skipped == [
                SkippedStep(level: 1, role: "supervisor_l1", post: nil, reason: .missed),
                SkippedStep(level: 2, role: "supervisor_l2", post: nil, reason: .missed),
            ])
        #expect(
            scenario.state()?.timers.first { $0.id.kind == .escalation && $0.id.clock == .state }?.due == .april(10, 11)
        )
    }

    @Test func skipPassesWhatWasMissedAndRaisesWhatIsDueNow() throws {
        let scenario = try self.urgent("skip").afterDowntime(until: "2026-04-07T11:30:00Z")
        #expect(scenario.stateRaised.map(\.user) == ["secretary"])
        #expect(scenario.stateRaised.first?.skipped.map(\.reason) == [.missed, .missed])
    }

    @Test func skipTellsTheTopWhenEvenTheTopWasMissed() throws {
        let scenario = try self.urgent("skip").afterDowntime(until: "2026-04-20T11:30:00Z")
        #expect(scenario.stateRaised.map(\.level) == [4])
        #expect(scenario.stateRaised.first?.skipped.map(\.level) == [1, 2, 3])
    }
}

extension Scenario {
    /// The escalations of the first case's state clock.
    fileprivate var stateRaised: [EscalationRaised] { self.raised.filter { $0.clock == .state } }
}
