import Logging
import Postgres
import Redressal
import Synchronization

/// Keeps the read models up to date for the partitions this process owns, and sends their due timers.
///
/// Run more of them, in more processes, to share the partitions out.
package final class Worker: Sendable {
    private let log: any Log
    private let store: any ProjectionStore
    private let escalator: Escalator
    private let join: @Sendable () async throws -> any Membership
    private let logger: Logger
    private let pace: any Clock<Duration>
    private let metrics: ProjectorMetrics
    private let running = Mutex<[Int: Task<Void, Never>]>([:])

    /// - Parameters:
    ///   - pace: What it waits by.
    ///   - telemetry: Whom to tell of the work.
    ///   - join: Joins the group of workers.
    package init(
        log: any Log, store: any ProjectionStore, escalator: Escalator, logger: Logger,
        pace: any Clock<Duration> = ContinuousClock(), telemetry: Telemetry = .none,
        join: @escaping @Sendable () async throws -> any Membership
    ) {
        self.log = log
        self.store = store
        self.escalator = escalator
        self.join = join
        self.logger = logger
        self.pace = pace
        self.metrics = ProjectorMetrics(telemetry)
    }

    /// The partitions this worker owns now.
    package var partitions: Set<Int> { Set(self.running.withLock { $0.keys }) }

    /// Runs until the task is cancelled, then hands its partitions over.
    package func run() async throws {
        let membership = try await self.join()
        let escalating = Task { await self.escalator.run { self.partitions } }
        // Ends when the task is cancelled; what was begun is finished before others get the partitions.
        for await change in membership.changes { await self.follow(change) }
        escalating.cancel()
        await escalating.value
        await self.stop(Array(self.partitions))
        await membership.leave()
    }

    private func follow(_ change: MembershipChange) async {
        switch change {
        case .assigned(let partitions):
            for partition in partitions { self.start(partition) }
        case .revoked(let partitions, let done):
            await self.stop(partitions)
            done()
        }
    }

    private func start(_ partition: Int) {
        var projector = PartitionProjector(
            partition: partition, log: self.log, store: self.store, pace: self.pace, logger: self.logger)
        projector.room = ProjectorRoom(sharedBy: self.log.partitionCount)
        projector.metrics = self.metrics
        self.running.withLock { [projector, metrics] running in
            guard running[partition] == nil else { return }
            running[partition] = Task { await projector.run(watchedBy: metrics) }
        }
    }

    private func stop(_ partitions: [Int]) async {
        let tasks = self.running.withLock { running in partitions.compactMap { running.removeValue(forKey: $0) } }
        for task in tasks { task.cancel() }
        for task in tasks { await task.value }
    }
}
