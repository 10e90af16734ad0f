import CoreMetrics
import Redressal

/// What the parts of a process tell of themselves to those who watch.
package struct Telemetry: Sendable {
    package let metrics: any MetricsFactory
    package let loops: LoopWatch
    package let partitions: PartitionBoard
    /// The time of day that delays are measured by.
    package let clock: any WallClock

    package init(
        metrics: any MetricsFactory, loops: LoopWatch = LoopWatch(), partitions: PartitionBoard = PartitionBoard(),
        clock: any WallClock = SystemClock()
    ) {
        self.metrics = metrics
        self.loops = loops
        self.partitions = partitions
        self.clock = clock
    }

    /// Tells nobody.
    package static var none: Telemetry { Telemetry(metrics: NOOPMetricsHandler.instance) }
}

extension Telemetry {
    func counter(_ metric: MetricDefinition, _ labels: [(MetricLabel, String)] = []) -> Counter {
        Counter(label: metric.name, dimensions: labels.map { ($0.name, $1) }, factory: self.metrics)
    }

    func gauge(_ metric: MetricDefinition, _ labels: [(MetricLabel, String)] = []) -> Gauge {
        Gauge(label: metric.name, dimensions: labels.map { ($0.name, $1) }, factory: self.metrics)
    }

    func meter(_ metric: MetricDefinition, _ labels: [(MetricLabel, String)] = []) -> Meter {
        Meter(label: metric.name, dimensions: labels.map { ($0.name, $1) }, factory: self.metrics)
    }

    func timer(_ metric: MetricDefinition, _ labels: [(MetricLabel, String)] = []) -> Timer {
        Timer(label: metric.name, dimensions: labels.map { ($0.name, $1) }, factory: self.metrics)
    }

    func histogram(_ metric: MetricDefinition, _ labels: [(MetricLabel, String)] = []) -> Recorder {
        Recorder(
            label: metric.name, dimensions: labels.map { ($0.name, $1) }, aggregate: true, factory: self.metrics)
    }
}

extension Timer {
    /// Records the time since an instant.
    func record(since began: ContinuousClock.Instant) {
        let (seconds, attoseconds) = began.duration(to: .now).components
        self.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }
}
