import CoreMetrics
import Synchronization

/// A backend of metrics that keeps every step: `name{label=value,…} step`.
final class CountedRequests: MetricsFactory {
    private let steps = Mutex<[String]>([])

    /// What was counted so far, without times.
    var all: [String] { self.steps.withLock { $0 } }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        Handler(self, label, dimensions)
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        Handler(self, label, dimensions)
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        NOOPMetricsHandler.instance
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        Handler(self, label, dimensions)
    }

    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}

    private final class Handler: CounterHandler, MeterHandler, TimerHandler {
        private let kept: CountedRequests
        private let name: String

        init(_ kept: CountedRequests, _ label: String, _ dimensions: [(String, String)]) {
            self.kept = kept
            self.name = "\(label){\(dimensions.map { "\($0.0)=\($0.1)" }.joined(separator: ","))}"
        }

        private func add(_ step: String) { self.kept.steps.withLock { $0.append("\(self.name) \(step)") } }

        func increment(by amount: Int64) { self.add("+\(amount)") }
        func increment(by amount: Double) { self.add("+\(Int(amount))") }
        func decrement(by amount: Double) { self.add("-\(Int(amount))") }
        func set(_ value: Int64) { self.add("\(value)") }
        func set(_ value: Double) { self.add("\(value)") }
        func recordNanoseconds(_ duration: Int64) { self.add("timed") }
        func reset() {}
    }
}
