import CoreMetrics
import Redressal

/// What an escalator tells of its rounds.
struct EscalatorMetrics: Sendable {
    private let telemetry: Telemetry
    private let sent: Counter
    private let lateness: Timer
    private let failures: Counter

    init(_ telemetry: Telemetry) {
        self.telemetry = telemetry
        self.sent = telemetry.counter(.timersSent)
        self.lateness = telemetry.timer(.sendLateness)
        self.failures = telemetry.counter(.roundsFailed)
    }

    /// Watches the loop.
    func begins() -> LoopPulse { self.telemetry.loops.begin("escalator") }

    func ends(_ pulse: LoopPulse) { self.telemetry.loops.end(pulse) }

    /// A round was sent.
    func sent(_ timers: [DueTimer], at now: Instant) {
        self.sent.increment(by: timers.count)
        for timer in timers { self.lateness.recordMilliseconds(max(0, now.milliseconds - timer.due.milliseconds)) }
    }

    func failed() { self.failures.increment() }
}
