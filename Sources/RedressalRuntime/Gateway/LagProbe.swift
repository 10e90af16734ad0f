import Redressal
import Synchronization

/// Measures, at most once a second, how many events the read models are behind the log.
package final class LagProbe: Sendable {
    /// More than the bound: how much, and the bound.
    package struct Excess: Sendable {
        package let lag: Int64
        package let limit: Int64
    }

    private let limit: Int64
    private let measure: @Sendable () async throws -> Int64
    private let last = Mutex<(at: ContinuousClock.Instant, lag: Int64)?>(nil)

    /// - Parameter measure: How many events the read models are behind, over all partitions.
    package init(limit: Int64, measure: @escaping @Sendable () async throws -> Int64) {
        self.limit = limit
        self.measure = measure
    }

    /// How far beyond the bound the read models are; nil when they are within it or nobody can tell.
    func excess() async -> Excess? {
        let lag = await self.current()
        return lag > self.limit ? Excess(lag: lag, limit: self.limit) : nil
    }

    private func current() async -> Int64 {
        let now = ContinuousClock.now
        if let last = self.last.withLock({ $0 }), last.at.duration(to: now) < .seconds(1) { return last.lag }
        // A probe that fails must not stop commands: what fails then will say so itself.
        let lag = (try? await self.measure()) ?? 0
        self.last.withLock { $0 = (now, lag) }
        return lag
    }
}
