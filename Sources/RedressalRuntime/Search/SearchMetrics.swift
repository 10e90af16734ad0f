import CoreMetrics

/// What an indexer tells of its work: once a batch.
struct SearchMetrics: Sendable {
    private let telemetry: Telemetry
    private let cases: Counter
    private let interruptions: Counter

    init(_ telemetry: Telemetry) {
        self.telemetry = telemetry
        self.cases = telemetry.counter(.casesIndexed)
        self.interruptions = telemetry.counter(.indexInterruptions)
    }

    /// Watches a partition's loop.
    func given(_ partition: Int) -> LoopPulse {
        self.telemetry.loops.begin("search indexer of partition \(partition)")
    }

    func handedOver(_ pulse: LoopPulse) { self.telemetry.loops.end(pulse) }

    func indexed(_ cases: Int) { self.cases.increment(by: cases) }

    func interrupted() { self.interruptions.increment() }
}
