import Kafka
import Logging
import Postgres
import Redressal
import RedressalRuntime

/// Makes the log that the options name.
enum LogWiring {
    /// How many partitions a new installation gets.
    static let defaultPartitions = 12

    /// A log that was prepared before, with as many partitions as it was made with.
    static func open(
        _ options: CommonOptions, pool: PostgresPool, logger: Logger, telemetry: Telemetry = .none
    ) async throws -> any Log {
        switch try options.logKind() {
        case .postgres:
            let count = try await pool.query("SELECT count(*) AS count FROM log.owner")[0]["count", as: Int.self]
            guard count > 0 else {
                throw CommandFailure(
                    .unreachable, "expected a prepared log but it has no partitions: run `redressal migrate`")
            }
            return try self.postgres(options, partitions: count, logger, telemetry)
        case .kafka:
            let topic = options.prefix + Topic.commands.rawValue
            let configuration = try self.kafka(options, clientID: "redressal-admin", logger)
            guard let found = try await KafkaAdmin.with(configuration, { try await $0.describeTopic(topic) }) else {
                throw CommandFailure(
                    .unreachable,
                    "expected topic '\(topic)' but the broker has none: run `redressal migrate --log kafka`")
            }
            return try self.kafka(options, partitions: found.partitions, logger, telemetry)
        }
    }

    /// A log with a number of partitions, to prepare.
    static func make(_ options: CommonOptions, partitions: Int, logger: Logger) throws -> any Log {
        switch try options.logKind() {
        case .postgres: try self.postgres(options, partitions: partitions, logger, .none)
        case .kafka: try self.kafka(options, partitions: partitions, logger, .none)
        }
    }

    private static func postgres(
        _ options: CommonOptions, partitions: Int, _ logger: Logger, _ telemetry: Telemetry
    ) throws -> any Log {
        var configuration = PostgresConfiguration(try options.database())
        configuration.observer = .metrics(telemetry, pool: "log")
        return PostgresLog(
            configuration, partitionCount: partitions, holder: Installation.processName,
            poolSize: 16, logger: logger)
    }

    private static func kafka(
        _ options: CommonOptions, partitions: Int, _ logger: Logger, _ telemetry: Telemetry
    ) throws -> any Log {
        var configuration = try self.kafka(options, clientID: "redressal", logger)
        configuration.metrics = telemetry.metrics
        return KafkaLog(configuration, prefix: options.prefix, partitionCount: partitions)
    }

    private static func kafka(
        _ options: CommonOptions, clientID: String, _ logger: Logger
    ) throws -> KafkaConfiguration {
        KafkaConfiguration(
            bootstrap: try options.bootstrap(), clientID: clientID, extra: try options.kafkaProperties(),
            logger: logger, statisticsInterval: .seconds(10))
    }
}
