import CoreMetrics
import Redressal

/// What notifiers and senders tell of their work.
struct NotificationMetrics: Sendable {
    private let telemetry: Telemetry
    private let notices: Counter
    private let suppressions: [SuppressionReason: Counter]
    private let messages: Counter
    private let delay: Timer
    private let failures: Counter
    private let given: Counter
    private let interruptions: Counter
    private let due: Gauge
    private let dead: Gauge

    init(_ telemetry: Telemetry) {
        self.telemetry = telemetry
        self.notices = telemetry.counter(.noticesWritten)
        self.suppressions = Dictionary(
            uniqueKeysWithValues: SuppressionReason.allCases.map {
                ($0, telemetry.counter(.noticesSuppressed, [(.suppressionReason, $0.rawValue)]))
            })
        self.messages = telemetry.counter(.messagesSent)
        self.delay = telemetry.timer(.messageDelay)
        self.failures = telemetry.counter(.messagesFailed)
        self.given = telemetry.counter(.messagesGivenUp)
        self.interruptions = telemetry.counter(.notifyingInterrupted)
        self.due = telemetry.gauge(.noticesDue)
        self.dead = telemetry.gauge(.deadLetters)
    }

    /// Watches a loop.
    func begins(_ loop: String) -> LoopPulse { self.telemetry.loops.begin(loop) }

    func ends(_ pulse: LoopPulse) { self.telemetry.loops.end(pulse) }

    func noticed(_ count: Int) { self.notices.increment(by: count) }

    func suppressed(_ count: Int, _ reason: SuppressionReason) { self.suppressions[reason]?.increment(by: count) }

    /// A message was taken.
    ///
    /// - Parameter due: When it could first go out, or was to be tried again.
    func sent(due: Instant?, at now: Instant) {
        self.messages.increment()
        if let due { self.delay.recordMilliseconds(max(0, due.milliseconds(to: now))) }
    }

    func failed(isDead: Bool) {
        self.failures.increment()
        if isDead { self.given.increment() }
    }

    func interrupted() { self.interruptions.increment() }

    func waiting(_ figures: (due: Int, oldest: Instant?, dead: Int)) {
        self.due.record(figures.due)
        self.dead.record(figures.dead)
    }
}
