import Logging
import Redressal

/// Decides the commands of the partitions this process owns, for as long as it runs.
///
/// Run more of them, in more processes, to share the partitions out.
package final class Engine: Sendable {
    private let logger: Logger
    private let join: @Sendable () async throws -> any Membership
    private let metrics: EngineMetrics
    private let tasks: PartitionTasks

    /// - Parameters:
    ///   - snapshots: Where cases are found that are not in memory.
    ///   - name: What to call this process in the log, for people who look for it.
    ///   - pace: What it waits by.
    ///   - telemetry: Whom to tell of the work.
    ///   - join: Joins the group of engines; nil joins the log's own.
    package init(
        log: any Log, definitions: DefinitionStore, snapshots: any CaseSnapshots, clock: any WallClock, name: String,
        logger: Logger, limits: MemoryLimits = MemoryLimits(), pace: any Clock<Duration> = ContinuousClock(),
        telemetry: Telemetry = .none,
        join: (@Sendable () async throws -> any Membership)? = nil
    ) {
        let metrics = EngineMetrics(telemetry)
        self.logger = logger
        self.metrics = metrics
        self.join = join ?? { try await log.joinEngines(as: name) }
        self.tasks = PartitionTasks { partition in
            await PartitionOwnerLoop(
                partition: partition, log: log, definitions: definitions, snapshots: snapshots, limits: limits,
                clock: clock, pace: pace, name: name, logger: logger, metrics: metrics
            ).run()
        }
    }

    /// Runs until the task is cancelled, then hands its partitions over.
    ///
    /// - Throws: An error when the group of engines cannot be joined.
    package func run() async throws {
        self.metrics.begins()
        let membership = try await self.join()
        // Ends when the task is cancelled. Only then may others have the partitions: leaving earlier would have them
        // fence what is being committed.
        for await change in membership.changes {
            self.tell(of: change)
            await self.tasks.follow(change)
        }
        await self.tasks.stop()
        await membership.leave()
    }

    private func tell(of change: MembershipChange) {
        switch change {
        case .assigned(let partitions):
            self.logger.info("partitions assigned", metadata: ["partitions": "\(partitions.sorted())"])
        case .revoked(let partitions, _):
            self.logger.info("partitions revoked", metadata: ["partitions": "\(partitions.sorted())"])
        }
    }
}
