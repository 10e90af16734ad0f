import Logging
import Postgres
import Redressal

/// Builds a set of read models beside the live one, without anybody noticing, and makes it live in one step.
///
/// Only the live set has effects: nothing is notified of another, and no timer of it is sent.
package struct ReadSetBuilder: Sendable {
    private static let lock = AdvisoryLock(space: 0x5244_5253, key: 0x5345_5453)
    /// How often a switch catches up with busy workers before it gives up.
    private static let attempts = 20
    /// How many partitions are folded at a time.
    private static let sideBySide = 4

    private let log: any Log
    private let pool: PostgresPool
    private let logger: Logger

    package init(log: any Log, pool: PostgresPool, logger: Logger) {
        self.log = log
        self.pool = pool
        self.logger = logger
    }

    /// Folds the whole log into a set beside the live one.
    ///
    /// - Parameters:
    ///   - resuming: Goes on with the set that is there, instead of dropping it first.
    ///   - onProgress: Told how many records were folded and how many there are, from several tasks.
    /// - Returns: How many events the set holds.
    /// - Throws: ``ReadSetError``, `LogError`, `PostgresError`.
    package func rebuild(
        resuming: Bool, onProgress: @escaping @Sendable (Int64, Int64) -> Void = { _, _ in }
    ) async throws -> Int {
        try await self.alone {
            if resuming {
                try await self.requireSet(.rebuilt)
            } else {
                try await self.pool.withConnection { try await $0.execute(script: ReadSetStructure.create) }
            }
            try await self.catchUp(.rebuilt, onProgress)
            let table = SQL.identifier(ReadSet.rebuilt.rawValue, "position")
            return try await self.pool.query("SELECT coalesce(sum(accepted), 0)::bigint FROM \(table)").value()
        }
    }

    /// Lets a set catch up and makes it live; the live one is kept as ``ReadSet/previous``.
    ///
    /// - Throws: ``ReadSetError``, and then nothing was switched; `LogError`, `PostgresError`.
    package func makeLive(_ set: ReadSet) async throws {
        try await self.alone {
            try await self.requireSet(set)
            var behind: [Int] = []
            for _ in 0..<Self.attempts {
                try await self.catchUp(set)
                let foreign = try await self.beyondEnd()
                behind = try await self.exchange(set, leavingOut: foreign)
                if behind.isEmpty { return }
            }
            throw ReadSetError.behind(set, partitions: behind)
        }
    }

    /// Folds what the log holds now, several partitions at a time.
    private func catchUp(
        _ set: ReadSet, _ onProgress: @escaping @Sendable (Int64, Int64) -> Void = { _, _ in }
    ) async throws {
        let store = ReadStore(pool: self.pool, set: set)
        let ends = try await self.log.ends(of: .events).sorted { $0.key < $1.key }
        let progress = RebuildProgress(total: ends.map(\.value).reduce(0, +), onProgress)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (partition, end) in ends {
                if partition >= Self.sideBySide { try await group.next() }
                var projector = PartitionProjector(
                    partition: partition, log: self.log, store: store, logger: self.logger)
                projector.room = ProjectorRoom(sharedBy: Self.sideBySide)
                group.addTask { [projector] in
                    try await projector.catchUp(to: end) { progress.moved(partition, to: $0) }
                }
            }
            try await group.waitForAll()
        }
    }

    /// The partitions whose live rows are folded further than the log goes: nothing can catch up with those.
    private func beyondEnd() async throws -> [Int] {
        // Positions first: a position that is right can only be overtaken by the end.
        let positions = try await ReadModels(pool: self.pool).positions()
        var beyond: [Int] = []
        for (partition, position) in positions.sorted(by: { $0.key < $1.key }) {
            let end = try await self.log.end(of: .events, partition: partition)
            if position > end { beyond.append(partition) }
        }
        return beyond
    }

    /// - Parameter foreign: Partitions in which the live rows do not count.
    /// - Returns: The partitions in which the set is behind the live one; it was made live when there are none.
    private func exchange(_ set: ReadSet, leavingOut foreign: [Int]) async throws -> [Int] {
        let name = set.rawValue
        return try await self.pool.transaction { transaction in
            // A long report holds the tables: rather fail than let everybody queue up behind us.
            try transaction.execute("SET LOCAL lock_timeout = '10s'")
            try transaction.execute("LOCK TABLE read.position IN ACCESS EXCLUSIVE MODE")
            let behind = try transaction.query(
                """
                SELECT p.partition FROM read.position p LEFT JOIN \(SQL.identifier(name, "position")) n USING (partition)
                WHERE p.next_offset > coalesce(n.next_offset, 0) ORDER BY 1
                """
            ).values(as: Int.self).filter { !foreign.contains($0) }
            guard behind.isEmpty else { return behind }
            if let table = try Self.tableWithOtherColumns(name, transaction) {
                throw ReadSetError.otherColumns(set, table: table)
            }
            try transaction.execute(script: ReadSetStructure.exchange(with: name))
            return []
        }
    }

    private static func tableWithOtherColumns(
        _ schema: String, _ transaction: borrowing PostgresTransaction
    ) throws -> String? {
        let columns: SQL = """
            SELECT c.table_name, string_agg(column_name || ' ' || data_type, ',' ORDER BY ordinal_position) AS columns
            FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE t.table_type = 'BASE TABLE'
            """
        return try transaction.query(
            """
            SELECT table_name FROM (\(columns) AND table_schema = 'read' GROUP BY 1) live
            FULL JOIN (\(columns) AND table_schema = \(schema) GROUP BY 1) beside USING (table_name)
            WHERE live.columns IS DISTINCT FROM beside.columns ORDER BY 1 LIMIT 1
            """
        ).values(as: String.self).first
    }

    private func requireSet(_ set: ReadSet) async throws {
        let isThere: Bool = try await self.pool.query(
            "SELECT to_regclass(\(set.rawValue + ".position")) IS NOT NULL"
        ).value()
        guard isThere else { throw ReadSetError.missing(set) }
    }

    /// Runs a body while nobody else rebuilds or switches.
    private func alone<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        try await self.pool.withConnection { connection in
            guard try await Self.lock.tryLock(on: connection) else { throw ReadSetError.busy }
            do {
                let result = try await body()
                try await Self.lock.unlock(on: connection)
                return result
            } catch {
                _ = try? await Self.lock.unlock(on: connection)
                throw error
            }
        }
    }
}
