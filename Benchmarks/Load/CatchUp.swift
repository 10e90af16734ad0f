import Redressal
import RedressalTesting

@testable import RedressalRuntime

/// One worker's projectors, side by side, from where the live read models stand to the log's end.
enum CatchUp {
    /// - Returns: How long it took.
    @discardableResult
    static func run(_ system: TestSystem) async throws -> Duration {
        let store = ReadStore(pool: system.pool)
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for partition in 0..<system.log.partitionCount {
                group.addTask {
                    let end = try await system.log.end(of: .events, partition: partition)
                    try await PartitionProjector(partition: partition, log: system.log, store: store, logger: .tests)
                        .catchUp(to: end) { _ in }
                }
            }
            try await group.waitForAll()
        }
        return start.duration(to: .now)
    }
}
