import Redressal
import Synchronization

/// Measures, at most once a second and beside the commands, how many events the read models are behind the log.
package final class LagProbe: Sendable {
    /// More than the bound: how much, and the bound.
    package struct Excess: Hashable, Sendable {
        package let lag: Int64
        package let limit: Int64
    }

    private let limit: Int64
    private let measure: @Sendable () async throws -> Int64
    private let state = Mutex(State())

    private struct State {
        var lag: Int64 = 0
        /// When the measurement last begun began; nil before the first.
        var began: ContinuousClock.Instant?
        var isMeasuring = false
    }

    /// - Parameter measure: How many events the read models are behind, over all partitions.
    package init(limit: Int64, measure: @escaping @Sendable () async throws -> Int64) {
        self.limit = limit
        self.measure = measure
    }

    /// How far beyond the bound the read models were when last measured; nil when within it or nobody could tell.
    ///
    /// Never waits: a log or database that is away must not hold up commands here, what fails then will say so itself.
    func excess() -> Excess? {
        let now = ContinuousClock.now
        let (lag, isOld) = self.state.withLock { state in
            let isOld = !state.isMeasuring && state.began.map { $0.duration(to: now) >= .seconds(1) } ?? true
            if isOld { (state.began, state.isMeasuring) = (now, true) }
            return (state.lag, isOld)
        }
        if isOld { Task { await self.renew() } }
        return lag > self.limit ? Excess(lag: lag, limit: self.limit) : nil
    }

    /// Measures.
    func renew() async {
        let lag = (try? await self.measure()) ?? 0
        self.state.withLock { state in
            state.lag = lag
            state.isMeasuring = false
        }
    }
}
