import Postgres
import Redressal
import Synchronization

/// The owner of a partition of a ``PostgresLog``: whoever has the newest token.
final class PostgresPartitionOwner: PartitionOwner {
    let partition: Int
    private let log: PostgresLog
    private let token: Int64
    /// What ended this owner.
    private let verdict = Mutex<LogError?>(nil)

    init(_ log: PostgresLog, partition: Int, token: Int64) {
        self.log = log
        self.partition = partition
        self.token = token
    }

    func position() async throws(LogError) -> Int64 {
        try self.checkAlive()
        let found: [Int64]
        do {
            found = try await self.log.pool.query(
                "SELECT position FROM log.owner WHERE partition = \(self.partition) AND token = \(self.token)"
            ).values()
        } catch {
            throw LogError(error, "read the position of partition \(self.partition)")
        }
        guard let position = found.first else {
            throw self.ended(
                by: LogError(.fenced, "expected to own partition \(self.partition) but somebody else has taken it"))
        }
        return position
    }

    func commit(_ records: [NewRecord], position: Int64?) async throws(LogError) -> [Int64] {
        try self.checkAlive()
        try records.check(cases: self.log.partitionCount)
        let sql: SQL =
            "SELECT unnest(log.commit(\(self.partition), \(self.token), \(position), \(records.arguments)))"
        do {
            return try await self.log.write(
                sql.labelled("commit records"), "commit \(records.count) records to partition \(self.partition)")
        } catch {
            throw self.ended(by: error)
        }
    }

    func release() async {
        self.verdict.withLock { verdict in
            verdict = verdict ?? LogError(.closed, "partition \(self.partition) was released")
        }
    }

    private func ended(by error: LogError) -> LogError {
        if error.endsOwner { self.verdict.withLock { $0 = error } }
        return error
    }

    private func checkAlive() throws(LogError) {
        if let verdict = self.verdict.withLock({ $0 }) { throw verdict }
    }
}
