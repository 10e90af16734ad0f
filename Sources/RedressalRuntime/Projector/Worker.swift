import Logging
import Redressal

/// Keeps the read models up to date for the partitions this process owns, and sends their due timers.
///
/// Run more of them, in more processes, to share the partitions out.
package final class Worker: Sendable {
    private let escalator: Escalator
    private let join: @Sendable () async throws -> any Membership
    private let tasks: PartitionTasks

    /// - Parameters:
    ///   - pace: What it waits by.
    ///   - telemetry: Whom to tell of the work.
    ///   - join: Joins the group of workers.
    package init(
        log: any Log, store: any ProjectionStore, escalator: Escalator, logger: Logger,
        pace: any Clock<Duration> = ContinuousClock(), telemetry: Telemetry = .none,
        join: @escaping @Sendable () async throws -> any Membership
    ) {
        let metrics = ProjectorMetrics(telemetry)
        self.escalator = escalator
        self.join = join
        self.tasks = PartitionTasks { partition in
            var projector = PartitionProjector(
                partition: partition, log: log, store: store, pace: pace, logger: logger)
            projector.room = ProjectorRoom(sharedBy: log.partitionCount)
            projector.metrics = metrics
            await projector.run(watchedBy: metrics)
        }
    }

    /// The partitions this worker owns now.
    package var partitions: Set<Int> { self.tasks.partitions }

    /// Runs until the task is cancelled, then hands its partitions over.
    package func run() async throws {
        let membership = try await self.join()
        let escalating = Task { await self.escalator.run { self.partitions } }
        // Ends when the task is cancelled; what was begun is finished before others get the partitions.
        for await change in membership.changes { await self.tasks.follow(change) }
        escalating.cancel()
        await escalating.value
        await self.tasks.stop()
        await membership.leave()
    }
}
