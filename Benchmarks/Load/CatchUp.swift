import Postgres
import Redressal
import RedressalTesting

@testable import RedressalRuntime

/// One worker's projectors, side by side, from where the live read models stand to the log's end.
enum CatchUp {
    /// - Returns: How long it took.
    @discardableResult
    static func run(_ system: TestSystem) async throws -> Duration { try await self.run(system.log, system.pool) }

    /// - Returns: How long it took.
    @discardableResult
    static func run(_ log: any Log, _ pool: PostgresPool) async throws -> Duration {
        let store = ReadStore(pool: pool)
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for partition in 0..<log.partitionCount {
                group.addTask {
                    let end = try await log.end(of: .events, partition: partition)
                    try await PartitionProjector(partition: partition, log: log, store: store, logger: .tests)
                        .catchUp(to: end) { _ in }
                }
            }
            try await group.waitForAll()
        }
        return start.duration(to: .now)
    }
}
