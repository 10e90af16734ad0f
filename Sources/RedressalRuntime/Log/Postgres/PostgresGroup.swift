import Logging
import Postgres
import Redressal

/// Stays in a group: connects, shares, and connects again after a break.
final class PostgresGroup: Sendable {
    let partitions: Int
    let interval: Duration
    let name: String
    /// Rings when somebody joined, left or gave back.
    let doorbell: PostgresDoorbell
    let continuation: AsyncStream<MembershipChange>.Continuation
    private let configuration: PostgresConfiguration
    let logger: Logger

    init(
        _ configuration: PostgresConfiguration, name: String, partitions: Int, interval: Duration, logger: Logger,
        continuation: AsyncStream<MembershipChange>.Continuation
    ) {
        self.configuration = configuration
        self.name = name
        self.partitions = partitions
        self.interval = interval
        self.logger = logger
        self.continuation = continuation
        self.doorbell = PostgresDoorbell(configuration, channel: "redressal_members", logger: logger)
    }

    /// For how long a member must not have been heard of to count as standing still.
    var silence: Duration { self.interval * 15 }
    /// The space of the locks that say who is a member; keys are the sessions' process ids.
    var memberSpace: Int32 { Self.space("\(self.name)/members") }
    /// The space of the locks that say who holds a partition.
    var partitionSpace: Int32 { Self.space("\(self.name)/partitions") }

    /// Runs until the task is cancelled, which means to leave.
    func run() async {
        self.doorbell.start()
        var pause = Duration.milliseconds(50)
        while !Task.isCancelled {
            do {
                let session = PostgresGroupSession(
                    self, try await PostgresConnection.connect(self.configuration, logger: self.logger))
                pause = .milliseconds(50)
                await session.run()
            } catch {
                self.logger.debug("joining a group failed", metadata: ["error": "\(error)"])
            }
            // Only when the database is away; a cancelled sleep ends at once.
            try? await Task.sleep(for: pause)
            pause = min(pause * 2, .seconds(2))
        }
        await self.doorbell.close()
        self.continuation.finish()
    }

    /// A number for a name, the same in every process: FNV-1a, without its sign, because `pg_locks` shows none.
    private static func space(_ name: String) -> Int32 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return Int32(hash & 0x7FFF_FFFF)
    }
}
