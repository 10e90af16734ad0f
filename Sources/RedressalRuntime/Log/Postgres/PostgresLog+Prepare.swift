import Postgres
import Redressal

extension PostgresLog {
    package func prepare() async throws(LogError) {
        do {
            let found: [String] = try await self.pool.query(PostgresLogShape.query).values()
            try PostgresLogShape.check(Set(found))
            try await self.pool.transaction { [partitionCount] in try Self.makePartitions(partitionCount, in: $0) }
        } catch let error as LogError {
            throw error
        } catch {
            throw LogError(error, "prepare the log")
        }
    }

    package func pruneOutcomes() async throws(LogError) -> Int {
        do {
            return try await self.pool.execute(
                "DELETE FROM log.record WHERE topic = 'outcomes' AND appended < now() - interval '1 day'")
        } catch {
            throw LogError(error, "prune outcomes")
        }
    }

    /// Makes the partitions when there are none, and otherwise checks how many there are; a topic that is newer than the log is
    /// made in either case.
    private static func makePartitions(
        _ count: Int, in transaction: borrowing PostgresTransaction
    ) throws {
        // Two processes that start at once: the second sees what the first made.
        try transaction.execute("LOCK TABLE log.owner IN SHARE ROW EXCLUSIVE MODE")
        let found: Int = try transaction.query("SELECT count(*) FROM log.owner").value()
        guard found == 0 || found == count else {
            throw LogError(
                .unsafeSetting,
                "expected \(count) partitions in log.owner but found \(found): their number never changes, because "
                    + "cases would move")
        }
        for topic in Topic.allCases {
            try transaction.execute(
                """
                INSERT INTO log.head (topic, partition)
                SELECT \(topic.rawValue), * FROM generate_series(0, \(topic.partitionCount(cases: count) - 1))
                ON CONFLICT DO NOTHING
                """)
        }
        try transaction.execute(
            """
            INSERT INTO log.owner (partition) SELECT * FROM generate_series(0, \(count - 1)) ON CONFLICT DO NOTHING
            """)
    }
}
