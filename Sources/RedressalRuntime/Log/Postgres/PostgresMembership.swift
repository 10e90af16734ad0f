import Logging
import Postgres
import Redressal

/// A member of a group of database sessions that share partitions out among them.
///
/// A member is a session with an advisory lock of its own, and holds a partition while it holds the partition's advisory
/// lock: when a process dies, its session ends and others take over. When it stands still, others end its session. For engines on the log's database and for
/// projections on the read database alike.
package final class PostgresMembership: Membership {
    package let changes: AsyncStream<MembershipChange>
    private let loop: Task<Void, Never>

    /// Joins.
    ///
    /// - Parameters:
    ///   - configuration: The database whose locks count.
    ///   - group: Who shares: members of groups of different names do not know each other.
    ///   - partitions: How many partitions there are; the same for all members.
    ///   - name: What to call the session in `pg_stat_activity`.
    ///   - interval: How often to look whether somebody vanished; those who join and leave announce it. Who has not looked
    ///     for fifteen times as long stands still.
    ///   - logger: Where to log.
    package init(
        _ configuration: PostgresConfiguration, group: String, partitions: Int, name: String,
        interval: Duration = .seconds(1), logger: Logger = Logger(label: "redressal.membership")
    ) {
        let (changes, continuation) = AsyncStream<MembershipChange>.makeStream()
        var configuration = configuration
        configuration.applicationName = "\(name) (\(group))"
        let group = PostgresGroup(
            configuration, name: group, partitions: partitions, interval: interval, logger: logger,
            continuation: continuation)
        self.changes = changes
        self.loop = Task { await group.run() }
    }

    deinit {
        self.loop.cancel()
    }

    package func leave() async {
        self.loop.cancel()
        await self.loop.value
    }
}
