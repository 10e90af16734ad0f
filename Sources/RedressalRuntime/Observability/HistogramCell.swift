import CoreMetrics
import Synchronization

/// One series of a histogram.
final class HistogramCell: RecorderHandler, TimerHandler, Sendable {
    /// What it holds: how many fell into each bucket, the last one being without a bound, and their sum.
    struct Figures: Hashable, Sendable {
        var counts: [Int64]
        var sum = 0.0

        init(buckets: Int) { self.counts = Array(repeating: 0, count: buckets + 1) }
    }

    private let bounds: [Double]
    private let state: Mutex<Figures>

    init(bounds: [Double]) {
        self.bounds = bounds
        self.state = Mutex(Figures(buckets: bounds.count))
    }

    var figures: Figures { self.state.withLock { $0 } }

    func record(_ value: Int64) { self.record(Double(value)) }

    func record(_ value: Double) {
        let bucket = self.bounds.firstIndex { value <= $0 } ?? self.bounds.count
        self.state.withLock { figures in
            figures.counts[bucket] += 1
            figures.sum += value
        }
    }

    func recordNanoseconds(_ duration: Int64) { self.record(Double(duration) / 1e9) }

    /// Shows the present in place of what happened so far.
    func replace(_ figures: Figures) { self.state.withLock { $0 = figures } }
}
