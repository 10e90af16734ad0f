import CoreMetrics
import Redressal

/// What a gateway tells of the commands handed in.
struct GatewayMetrics: Sendable {
    private let telemetry: Telemetry
    private let inFlight: Meter
    private let submitting: Timer
    private let pushbacks: Counter
    private let accepted: Counter

    init(_ telemetry: Telemetry) {
        self.telemetry = telemetry
        self.inFlight = telemetry.meter(.commandsInFlight)
        self.submitting = telemetry.timer(.submitTime)
        self.pushbacks = telemetry.counter(.pushbacks)
        // Made before anything fails: an alert sees a counter rise, not begin.
        for code in GatewayError.Code.allCases {
            _ = telemetry.counter(.commandsAnswered, [(.outcome, "failed"), (.code, code.rawValue)])
        }
        self.accepted = telemetry.counter(
            .commandsAnswered, [(.outcome, Outcome.Status.accepted.rawValue), (.code, MetricLabel.none)])
    }

    /// Watches the loop that listens for outcomes.
    func begins() -> LoopPulse { self.telemetry.loops.begin("listener for outcomes") }

    func ends(_ pulse: LoopPulse) { self.telemetry.loops.end(pulse) }

    /// Counts a number of commands in while they are worked on, and what became of them.
    func measure(
        _ count: Int, _ submit: () async throws(GatewayError) -> [Outcome]
    ) async throws(GatewayError) -> [Outcome] {
        let began = ContinuousClock.now
        self.inFlight.increment(by: Double(count))
        defer { self.inFlight.decrement(by: Double(count)) }
        do throws(GatewayError) {
            let outcomes = try await submit()
            self.submitting.record(since: began)
            for outcome in outcomes { self.count(outcome) }
            return outcomes
        } catch {
            if error.code == .busy { self.pushbacks.increment() } else { self.submitting.record(since: began) }
            self.answered("failed", error.code.rawValue).increment(by: count)
            throw error
        }
    }

    private func count(_ outcome: Outcome) {
        guard let rejection = outcome.rejection else { return self.accepted.increment() }
        self.answered(outcome.status.rawValue, rejection.code.rawValue).increment()
    }

    private func answered(_ outcome: String, _ code: String) -> Counter {
        self.telemetry.counter(.commandsAnswered, [(.outcome, outcome), (.code, code)])
    }
}
