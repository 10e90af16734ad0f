import Kafka
import Logging
import Postgres
import Redressal
import RedressalRuntime

/// Which log a system under test runs on.
package enum TestLog: String, CaseIterable, CustomStringConvertible, Sendable {
    case memory
    case postgres
    case kafka

    package var description: String { self.rawValue }

    /// Makes a log of its own, and removes it after the body.
    ///
    /// - Parameters:
    ///   - database: Where the PostgreSQL log is kept.
    ///   - body: Gets a function that opens the log once more, as another process would, and the store of one in memory.
    func with<Result>(
        partitions: Int, _ database: TemporaryDatabase,
        _ body: (MemoryLogStore?, @escaping @Sendable () -> any Log) async throws -> Result
    ) async throws -> Result {
        switch self {
        case .memory:
            let store = MemoryLogStore(partitionCount: partitions, leavesHoles: true)
            return try await body(store) { MemoryLog(store) }
        case .postgres:
            let configuration = database.configuration
            return try await body(nil) { PostgresLog(configuration, partitionCount: partitions, logger: .tests) }
        case .kafka:
            return try await TemporaryTopics.with { topics in
                try await body(nil) {
                    KafkaLog(
                        topics.configuration, prefix: topics.prefix, partitionCount: partitions,
                        sessionTimeout: .seconds(6))
                }
            }
        }
    }
}
