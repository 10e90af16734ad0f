import CoreMetrics
import Redressal

/// What a projector tells of its work: once a batch.
struct ProjectorMetrics: Sendable {
    private let telemetry: Telemetry
    private let events: Counter
    private let batch: Recorder
    private let writing: Timer
    private let delay: Timer
    private let interruptions: Counter
    /// Made before anything is void: an alert sees a counter rise, not begin.
    private let voids: [VoidReason: Counter]

    init(_ telemetry: Telemetry) {
        self.telemetry = telemetry
        let labels = [(MetricLabel.projection, ReadSet.live.rawValue)]
        self.events = telemetry.counter(.eventsFolded, labels)
        self.batch = telemetry.histogram(.batchEvents, labels)
        self.writing = telemetry.timer(.writeTime, labels)
        self.delay = telemetry.timer(.projectionDelay, labels)
        self.interruptions = telemetry.counter(.interruptions, labels)
        self.voids = Dictionary(
            uniqueKeysWithValues: VoidReason.allCases.map {
                ($0, telemetry.counter(.voids, labels + [(.voidReason, $0.rawValue)]))
            })
    }

    /// Watches a partition's loop.
    func given(_ partition: Int) -> LoopPulse {
        self.telemetry.loops.begin("projector of partition \(partition)")
    }

    func handedOver(_ pulse: LoopPulse) { self.telemetry.loops.end(pulse) }

    /// A batch's rows were written.
    ///
    /// - Parameters:
    ///   - oldest: When its first event was recorded; nil when it has none.
    ///   - began: When the writing began.
    func wrote(_ changes: RowChanges, oldest: Instant?, since began: ContinuousClock.Instant) {
        self.writing.record(since: began)
        self.batch.record(changes.accepted + changes.voids.count)
        self.events.increment(by: changes.accepted)
        if let oldest {
            self.delay.recordMilliseconds(max(0, self.telemetry.clock.now().milliseconds - oldest.milliseconds))
        }
        for void in changes.voids { self.voids[void.reason]?.increment() }
    }

    func interrupted() { self.interruptions.increment() }
}
