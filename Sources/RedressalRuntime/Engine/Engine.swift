import Logging
import Redressal
import Synchronization

/// Decides the commands of the partitions this process owns, for as long as it runs.
///
/// Run more of them, in more processes, to share the partitions out.
package final class Engine: Sendable {
    private let log: any Log
    private let definitions: DefinitionStore
    private let snapshots: any CaseSnapshots
    private let limits: MemoryLimits
    private let clock: any WallClock
    private let pace: any Clock<Duration>
    private let name: String
    private let logger: Logger
    private let join: @Sendable () async throws -> any Membership
    private let metrics: EngineMetrics
    private let running = Mutex<[Int: Task<Void, Never>]>([:])

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
        self.log = log
        self.definitions = definitions
        self.snapshots = snapshots
        self.limits = limits
        self.clock = clock
        self.pace = pace
        self.name = name
        self.logger = logger
        self.metrics = EngineMetrics(telemetry)
        self.join = join ?? { try await log.joinEngines(as: name) }
    }

    /// Runs until the task is cancelled, then hands its partitions over.
    ///
    /// - Throws: An error when the group of engines cannot be joined.
    package func run() async throws {
        self.metrics.begins()
        let membership = try await self.join()
        // Ends when the task is cancelled. Only then may others have the partitions: leaving earlier would have them
        // fence what is being committed.
        for await change in membership.changes { await self.follow(change) }
        await self.stop(Array(self.running.withLock { $0.keys }))
        await membership.leave()
    }

    private func follow(_ change: MembershipChange) async {
        switch change {
        case .assigned(let partitions):
            self.logger.info("partitions assigned", metadata: ["partitions": "\(partitions.sorted())"])
            for partition in partitions { self.start(partition) }
        case .revoked(let partitions, let done):
            self.logger.info("partitions revoked", metadata: ["partitions": "\(partitions.sorted())"])
            await self.stop(partitions)
            done()
        }
    }

    private func start(_ partition: Int) {
        let owner = PartitionOwnerLoop(
            partition: partition, log: self.log, definitions: self.definitions, snapshots: self.snapshots,
            limits: self.limits, clock: self.clock, pace: self.pace, name: self.name, logger: self.logger,
            metrics: self.metrics)
        self.running.withLock { running in
            guard running[partition] == nil else { return }
            running[partition] = Task { await owner.run() }
        }
    }

    /// Lets each finish the batch it is committing.
    private func stop(_ partitions: [Int]) async {
        let tasks = self.running.withLock { running in partitions.compactMap { running.removeValue(forKey: $0) } }
        for task in tasks { task.cancel() }
        for task in tasks { await task.value }
    }
}
