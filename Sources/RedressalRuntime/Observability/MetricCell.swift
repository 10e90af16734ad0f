import CoreMetrics
import Synchronization

/// One number of one series; counters only rise.
final class MetricCell: CounterHandler, FloatingPointCounterHandler, MeterHandler, RecorderHandler, Sendable {
    private let number = Mutex(0.0)

    var value: Double { self.number.withLock { $0 } }

    func increment(by amount: Int64) { self.increment(by: Double(amount)) }

    func increment(by amount: Double) { self.number.withLock { $0 += amount } }

    func decrement(by amount: Double) { self.number.withLock { $0 -= amount } }

    func set(_ value: Int64) { self.set(Double(value)) }

    func set(_ value: Double) { self.number.withLock { $0 = value } }

    func record(_ value: Int64) { self.set(Double(value)) }

    func record(_ value: Double) { self.set(value) }

    func reset() { self.set(0.0) }
}
