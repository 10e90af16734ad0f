import Postgres
import Redressal

/// The rows of the access log, written one batch a transaction together with how far it has come.
struct AccessRows: Sendable {
    let pool: PostgresPool

    /// How far each partition is folded in.
    func positions(of partitions: Int) async throws -> [Int: Int64] {
        var positions = Dictionary(uniqueKeysWithValues: (0..<partitions).map { ($0, Int64(0)) })
        for row in try await self.pool.query("SELECT partition, next_offset FROM access.position") {
            positions[try row["partition"]] = try row["next_offset"]
        }
        return positions
    }

    /// Writes what a reader found.
    ///
    /// - Parameter positions: How far whoever read it knows the rows to be.
    /// - Returns: False, and nothing is written, when they are elsewhere.
    func write(_ batch: LogBatch, from positions: [Int: Int64]) async throws -> Bool {
        guard !batch.positions.isEmpty else { return true }
        let entries = batch.records.map { ($0, AccessEntry($0)) }
        let unreadable = Dictionary(grouping: entries.filter { $0.1 == nil }, by: { $0.0.partition }).mapValues(\.count)
        let statements = try entries.compactMap { record, entry in try entry.map { try Self.insertion(of: $0, record) }
        }
        do {
            try await self.pool.transaction {
                try Self.write(statements, batch.positions, unreadable, positions, in: $0)
            }
            return true
        } catch is SomebodyAhead {
            return false
        }
    }

    private static func write(
        _ statements: [SQL], _ ends: [Int: Int64], _ unreadable: [Int: Int], _ positions: [Int: Int64],
        in transaction: borrowing PostgresTransaction
    ) throws {
        for (partition, next) in ends.sorted(by: { $0.key < $1.key }) {
            _ = try transaction.execute(
                "INSERT INTO access.position (partition, next_offset) VALUES (\(partition), 0) ON CONFLICT DO NOTHING")
            let moved = try transaction.execute(
                """
                UPDATE access.position SET next_offset = \(next), unreadable = unreadable + \(unreadable[partition] ?? 0)
                WHERE partition = \(partition) AND next_offset = \(positions[partition] ?? 0)
                """)
            guard moved == 1 else { throw SomebodyAhead() }
        }
        try transaction.pipeline(statements)
    }

    /// An entry that was written twice counts once.
    private static func insertion(of entry: AccessEntry, _ record: LogRecord) throws -> SQL {
        var (name, fields): (String?, PostgresValue) = (nil, .null)
        if case .signInRefused(let facts) = entry.fact { name = facts.name }
        if case .personalDataRead(let facts) = entry.fact { fields = .textArray(facts.fields) }
        let text = String(decoding: try CanonicalJSON.encode(entry), as: UTF8.self)
        return """
            INSERT INTO access.entry
                (partition, log_offset, id, type, at, account, name, post, case_id, fields, request, entry)
            VALUES (\(record.partition), \(record.offset), \(entry.id), \(entry.fact.kind.rawValue), \(entry.at.timestamp),
                    \(entry.reader?.account), \(name), \(entry.post), \(entry.fact.case?.text), \(fields), \(entry.request),
                    \(text))
            ON CONFLICT (id) DO NOTHING
            """
    }
}

/// Another process has folded what this one was about to.
private struct SomebodyAhead: Error {}
