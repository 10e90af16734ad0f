import Logging
import Redressal

/// Keeps the index up to date for the partitions that this process owns; it needs the key that opens sealed fields.
///
/// Run it in more processes to share the partitions out.
package final class SearchIndexer: Sendable {
    private let join: @Sendable () async throws -> any Membership
    private let tasks: PartitionTasks

    /// - Parameters:
    ///   - pace: What it waits by.
    ///   - telemetry: Whom to tell of the work.
    ///   - join: Joins the group of indexers.
    package init(
        log: any Log, store: SearchStore, logger: Logger, pace: any Clock<Duration> = ContinuousClock(),
        telemetry: Telemetry = .none, join: @escaping @Sendable () async throws -> any Membership
    ) {
        let metrics = SearchMetrics(telemetry)
        self.join = join
        self.tasks = PartitionTasks { partition in
            let indexer = PartitionIndexer(
                partition: partition, log: log, store: store, pace: pace, logger: logger, metrics: metrics,
                pulse: metrics.given(partition))
            await indexer.run()
        }
    }

    /// Runs until the task is cancelled, then hands its partitions over.
    package func run() async throws {
        await self.tasks.follow(try await self.join())
    }
}
