import CoreMetrics
import Redressal

/// What an engine tells of its work: once a batch, never once an event.
struct EngineMetrics: Sendable {
    private let telemetry: Telemetry
    private let accepted: Counter
    private let refused: [Rejection.Code: Counter]
    private let repeated: Counter
    private let deciding: Timer
    private let committing: Timer
    private let batch: Recorder
    private let takeover: Timer
    private let brought: Counter
    private let losses: [LogError.Code: Counter]

    init(_ telemetry: Telemetry) {
        self.telemetry = telemetry
        let accepted = Outcome.Status.accepted.rawValue
        let rejected = Outcome.Status.rejected.rawValue
        self.accepted = telemetry.counter(.commandsDecided, [(.outcome, accepted), (.code, MetricLabel.none)])
        self.refused = Dictionary(
            uniqueKeysWithValues: Rejection.Code.allCases.map {
                ($0, telemetry.counter(.commandsDecided, [(.outcome, rejected), (.code, $0.rawValue)]))
            })
        self.repeated = telemetry.counter(.commandsRepeated)
        self.deciding = telemetry.timer(.decideTime)
        self.committing = telemetry.timer(.commitTime)
        self.batch = telemetry.histogram(.batchSize)
        self.takeover = telemetry.timer(.takeoverTime)
        self.brought = telemetry.counter(.casesBrought)
        self.losses = Dictionary(
            uniqueKeysWithValues: LogError.Code.allCases.map {
                ($0, telemetry.counter(.ownershipLost, [(.lossReason, $0.rawValue)]))
            })
    }

    /// An engine begins: it asks for partitions.
    func begins() { self.telemetry.partitions.expect() }

    /// A partition was given to this process; its loop is watched from here on.
    func given(_ partition: Int) -> LoopPulse {
        self.telemetry.partitions.set(.given, partition)
        self.owned(partition).record(0)
        return self.telemetry.loops.begin("engine of partition \(partition)")
    }

    /// A partition was taken over: what was begun at an instant now decides commands.
    func tookOver(_ partition: Int, at position: Int64, since began: ContinuousClock.Instant) {
        self.telemetry.partitions.set(.served(position), partition)
        self.owned(partition).record(1)
        self.telemetry.counter(.takeovers, [(.partition, "\(partition)")]).increment()
        self.takeover.record(since: began)
    }

    /// Cases were brought for a batch, and so many are held with them.
    func holds(_ cases: Int, brought: Int, _ partition: Int) {
        self.held(partition).record(cases)
        if brought > 0 { self.brought.increment(by: brought) }
    }

    /// A batch was decided.
    func decided(since began: ContinuousClock.Instant) { self.deciding.record(since: began) }

    /// A batch was committed, and the position moved past it.
    func committed(
        _ partition: Int, _ tally: DecisionTally, to position: Int64, since began: ContinuousClock.Instant
    ) {
        self.telemetry.partitions.set(.served(position), partition)
        self.committing.record(since: began)
        self.batch.record(tally.count)
        if tally.accepted > 0 { self.accepted.increment(by: tally.accepted) }
        if tally.repeated > 0 { self.repeated.increment(by: tally.repeated) }
        for refusal in tally.refusals { self.refused[refusal.code]?.increment() }
    }

    /// A partition was lost, and not by handing it over.
    func lost(_ partition: Int, _ error: any Error) {
        self.telemetry.partitions.set(.given, partition)
        self.owned(partition).record(0)
        self.losses[(error as? LogError)?.code ?? .failed]?.increment()
    }

    /// A partition was handed over: others show what becomes of it.
    func handedOver(_ partition: Int, _ pulse: LoopPulse) {
        self.telemetry.partitions.handedOver(partition)
        self.telemetry.loops.end(pulse)
        self.owned(partition).destroy()
        self.held(partition).destroy()
    }

    private func owned(_ partition: Int) -> Gauge {
        self.telemetry.gauge(.partitionOwned, [(.partition, "\(partition)")])
    }

    private func held(_ partition: Int) -> Gauge {
        self.telemetry.gauge(.casesHeld, [(.partition, "\(partition)")])
    }
}
