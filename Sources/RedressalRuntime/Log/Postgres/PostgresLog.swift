import Logging
import Postgres
import Redressal

/// A log in the tables of schema `log`: for one office or one machine.
package final class PostgresLog: Log {
    package let partitionCount: Int
    let pool: PostgresPool
    let doorbell: PostgresDoorbell
    private let configuration: PostgresConfiguration
    private let holder: String
    private let recheck: Duration
    private let logger: Logger
    private let appends: GatheredAppends

    /// Makes a log; nothing is connected before it is used.
    ///
    /// - Parameters:
    ///   - configuration: The database, to which `schemas/postgres` was applied.
    ///   - partitionCount: Over how many partitions cases are spread.
    ///   - holder: What to call this process in `log.owner`.
    ///   - poolSize: How many connections to use, apart from one that listens and one for each membership.
    ///   - recheck: How often a waiting reader looks although nothing was announced, in case an announcement was lost.
    ///   - logger: Where to log.
    package init(
        _ configuration: PostgresConfiguration, partitionCount: Int, holder: String = "redressal", poolSize: Int = 4,
        recheck: Duration = .seconds(5), logger: Logger = Logger(label: "redressal.log")
    ) {
        self.partitionCount = partitionCount
        self.configuration = configuration
        self.holder = holder
        self.recheck = recheck
        self.logger = logger
        let pool = PostgresPool(configuration, size: poolSize, logger: logger)
        self.pool = pool
        self.appends = GatheredAppends { records throws(LogError) in
            try await Self.write(
                ("SELECT unnest(log.append(\(records.arguments)))" as SQL).labelled("append records"),
                "append records", pool)
        }
        self.doorbell = PostgresDoorbell(configuration, channel: "redressal_log", logger: logger)
    }

    package func append(_ records: [NewRecord]) async throws(LogError) -> [Int64] {
        try records.check(cases: self.partitionCount)
        return try await self.appends.append(records)
    }

    package func reader(of topic: Topic, from offsets: [Int: Int64]) async throws(LogError) -> any LogReader {
        for partition in offsets.keys {
            try LogPlace(topic: topic, partition: partition).check(cases: self.partitionCount)
        }
        self.doorbell.start()
        let reader = PostgresLogReader(self.pool, self.doorbell.bell, topic, offsets, recheck: self.recheck)
        try await reader.checkOpen()
        return reader
    }

    package func end(of topic: Topic, partition: Int) async throws(LogError) -> Int64 {
        try LogPlace(topic: topic, partition: partition).check(cases: self.partitionCount)
        do {
            let ends: [Int64] = try await self.pool.query(
                "SELECT next FROM log.head WHERE topic = \(topic.rawValue) AND partition = \(partition)"
            ).values()
            guard let end = ends.first else { throw Self.notPrepared }
            return end
        } catch let error as LogError {
            throw error
        } catch {
            throw LogError(error, "read the end of \(topic) \(partition)")
        }
    }

    package func takeOwnership(of partition: Int) async throws(LogError) -> any PartitionOwner {
        try LogPlace(topic: .commands, partition: partition).check(cases: self.partitionCount)
        do {
            let tokens: [Int64] = try await self.pool.seize(
                """
                UPDATE log.owner SET token = token + 1, holder = \(self.holder), taken = clock_timestamp()
                WHERE partition = \(partition) RETURNING token
                """, SQL.identifier("log", "owner"), where: "partition = \(partition)"
            ).values()
            guard let token = tokens.first else { throw Self.notPrepared }
            return PostgresPartitionOwner(self, partition: partition, token: token)
        } catch let error as LogError {
            throw error
        } catch {
            throw LogError(error, "take partition \(partition)")
        }
    }

    package func joinEngines(as name: String) async throws(LogError) -> any Membership {
        PostgresMembership(
            self.configuration, group: "engines", partitions: self.partitionCount, name: name, logger: self.logger)
    }

    package func close() async {
        await self.doorbell.close()
        await self.pool.close()
    }

    /// Runs a statement that returns offsets; carried to its end whatever becomes of the task, so that its outcome is known.
    func write(_ sql: SQL, _ operation: String) async throws(LogError) -> [Int64] {
        try await Self.write(sql, operation, self.pool)
    }

    private static func write(_ sql: SQL, _ operation: String, _ pool: PostgresPool) async throws(LogError) -> [Int64] {
        do {
            return try await Task { try await pool.query(sql).offsets() }.value
        } catch {
            throw LogError(error, operation, isWrite: true)
        }
    }

    private static let notPrepared = LogError(
        .notPrepared, "expected the partition in log.head and log.owner but found none: run `redressal migrate`")
}
