import Logging
import Redressal

/// Tells people of what happens to cases: follows the events of the partitions it gets, and sends what the outbox holds.
///
/// Run more of them, in more processes, to share the partitions out; all of them send.
package final class Notifier: Sendable {
    private let sender: NotificationSender
    private let tasks: PartitionTasks
    private let join: @Sendable () async throws -> any Membership

    /// - Parameters:
    ///   - catalog: Says which definitions are in force.
    ///   - link: The page that messages name; nil names none.
    ///   - pace: What it waits by.
    ///   - telemetry: Whom to tell of the work.
    ///   - join: Joins the group of notifiers.
    package init(
        log: any Log, outbox: Outbox, channel: any MessageChannel, vault: Vault,
        catalog: @escaping @Sendable () -> DefinitionCatalog, link: String? = nil,
        pace: any Clock<Duration> = ContinuousClock(), logger: Logger, telemetry: Telemetry = .none,
        join: @escaping @Sendable () async throws -> any Membership
    ) {
        let metrics = NotificationMetrics(telemetry)
        self.sender = NotificationSender(
            outbox: outbox, channel: channel, vault: vault, catalog: catalog, link: link, pace: pace, logger: logger,
            metrics: metrics)
        self.tasks = PartitionTasks { partition in
            await PartitionNotifier(
                partition: partition, log: log, outbox: outbox, catalog: catalog, pace: pace, logger: logger,
                metrics: metrics
            ).run()
        }
        self.join = join
    }

    /// Runs until the task is cancelled, then hands its partitions over.
    package func run() async throws {
        let membership = try await self.join()
        let sending = Task { await self.sender.run() }
        // Ends when the task is cancelled; what was begun is finished before others get the partitions.
        for await change in membership.changes { await self.tasks.follow(change) }
        sending.cancel()
        await sending.value
        await self.tasks.stop()
        await membership.leave()
    }
}
