import Postgres
import Redressal

/// Compares the read models with what folding the log from its start gives.
package struct ProjectionDiff: Sendable {
    /// One row that differs.
    package struct Difference: Sendable, Codable, Hashable {
        package let table: String
        package let key: String
        /// `missing` in the read models, `extra` there, or `different`.
        package let kind: String
    }

    private let log: any Log
    private let pool: PostgresPool

    package init(log: any Log, pool: PostgresPool) {
        self.log = log
        self.pool = pool
    }

    /// Builds the rows anew from the log and compares them with the live ones, partition by partition, as far as the
    /// live ones are folded; workers may go on meanwhile.
    ///
    /// - Returns: Every row that differs; empty when live equals rebuilt.
    /// - Throws: ``ProjectionError`` `.beyondEnd`; `LogError`, `PostgresError`.
    package func run() async throws -> [Difference] {
        var differences: [Difference] = []
        for partition in 0..<self.log.partitionCount {
            let live = try await LiveRows(of: partition, self.pool)
            try await ProjectionError.check(live.position, of: partition, in: self.log)
            var changes = RowChanges(partition: partition)
            _ = try await Replay(log: self.log).partition(partition, to: live.position) { step, hash, record in
                changes.add(step, hash: hash, of: record)
            }
            differences += Self.compare(try ComparableRows(changes).tables, live.tables)
        }
        return differences
    }

    private static func compare(
        _ built: [String: [String: String]], _ live: [String: [String: String]]
    ) -> [Difference] {
        var differences: [Difference] = []
        for table in built.keys.sorted() {
            let expected = built[table] ?? [:]
            let found = live[table] ?? [:]
            for key in Set(expected.keys).union(found.keys).sorted() where expected[key] != found[key] {
                let kind = found[key] == nil ? "missing" : expected[key] == nil ? "extra" : "different"
                differences.append(Difference(table: table, key: key, kind: kind))
            }
        }
        return differences
    }
}
