import Postgres
import Redressal
import RedressalRuntime

extension TestSystem {
    /// Everything a topic holds, partition by partition.
    package func records(_ topic: Topic) async throws -> [[LogRecord]] {
        var all: [[LogRecord]] = []
        for partition in 0..<topic.partitionCount(cases: self.log.partitionCount) {
            var records: [LogRecord] = []
            for try await record in LogScan(self.log, topic, partition: partition) { records.append(record) }
            all.append(records)
        }
        return all
    }

    /// Everything a topic holds.
    package func allRecords(_ topic: Topic) async throws -> [LogRecord] {
        try await self.records(topic).flatMap { $0 }
    }

    /// The accepted events, partition by partition.
    package func history() async throws -> [[EventRecord]] {
        var all: [[EventRecord]] = []
        for partition in 0..<self.log.partitionCount {
            var events: [EventRecord] = []
            _ = try await Replay(log: self.log).partition(partition) { step, _, _ in
                if case .applied(let event, _, _) = step { events.append(event) }
            }
            all.append(events)
        }
        return all
    }

    /// The accepted facts of one case, in order.
    package func facts(of id: String) async throws -> [CaseEvent] {
        try await CaseHistory(log: self.log).events(of: CaseID(id)).map(\.event)
    }

    /// What a replay of each partition shows.
    package func summaries() async throws -> [Replay.Summary] {
        var all: [Replay.Summary] = []
        for partition in 0..<self.log.partitionCount {
            all.append(try await Replay(log: self.log).partition(partition).summary)
        }
        return all
    }

    /// The rows of the read models that differ from what the log says.
    package func differences() async throws -> [ProjectionDiff.Difference] {
        try await ProjectionDiff(log: self.log, pool: self.pool).run()
    }

    /// One number from the database.
    package func count(_ sql: SQL) async throws -> Int { try await self.pool.query(sql).value() }
}
