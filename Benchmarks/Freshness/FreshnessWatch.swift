import Redressal
import RedressalRuntime
import RedressalTesting
import Synchronization

/// Notes when outcomes come into the log and when the events committed with them are in the read models.
final class FreshnessWatch: Sendable {
    /// Outcomes that came together, and how far the read models must be folded to show their events.
    private struct Answered {
        let at: ContinuousClock.Instant
        let partition: Int
        let end: Int64
        let count: Int
    }

    private struct State {
        var answered: [Answered] = []
        var seen = 0
        var samples: [Double] = []
        /// How many outcomes there will be, once that is known.
        var total: Int?
    }

    private let system: TestSystem
    private let reader: any LogReader
    private let state = Mutex(State())

    /// - Parameter system: Its outcomes are watched from now on.
    init(_ system: TestSystem) async throws {
        self.system = system
        self.reader = try await system.log.reader(of: .outcomes, from: system.log.ends(of: .outcomes))
    }

    /// Says how many outcomes there will be: then ``samples()`` ends.
    func finish(after count: Int) async { self.state.withLock { $0.total = count } }

    /// Watches until all outcomes are in the read models.
    ///
    /// - Returns: Seconds from seeing each outcome to seeing its events, at most a look too much.
    func samples() async throws -> [Double] {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.watchOutcomes() }
            group.addTask { try await self.watchPositions() }
            try await group.waitForAll()
        }
        await self.reader.close()
        return self.state.withLock { $0.samples }
    }

    private var isComplete: Bool { self.state.withLock { $0.seen == $0.total } }

    private func watchOutcomes() async throws {
        while !self.isComplete {
            try Task.checkCancellation()
            let batch = try await self.reader.next(1000, wait: .milliseconds(200))
            let at = ContinuousClock.now
            for (partition, records) in Dictionary(grouping: batch.records, by: \.partition) {
                // Events are committed with their outcomes: they lie before the present end.
                let end = try await self.system.log.end(of: .events, partition: partition)
                self.state.withLock {
                    $0.answered.append(Answered(at: at, partition: partition, end: end, count: records.count))
                    $0.seen += records.count
                }
            }
        }
    }

    private func watchPositions() async throws {
        while !self.isComplete || self.state.withLock({ !$0.answered.isEmpty }) {
            let positions = try await self.system.views.positions()
            let now = ContinuousClock.now
            self.state.withLock { state in
                for answered in state.answered where positions[answered.partition] ?? 0 >= answered.end {
                    state.samples += Array(
                        repeating: answered.at.duration(to: now) / .seconds(1), count: answered.count)
                }
                state.answered.removeAll { positions[$0.partition] ?? 0 >= $0.end }
            }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
