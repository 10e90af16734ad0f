import Postgres
import Redressal
import Synchronization

/// Reads a ``PostgresLog``; for one task at a time.
final class PostgresLogReader: LogReader {
    /// How many bytes of values are enough for one answer.
    private static let enoughBytes = 12 * 1024 * 1024
    /// How many records are asked for at first, while nobody knows how large they are, and how many at most.
    private static let (firstPage, largestPage) = (200, 2000)

    private let pool: PostgresPool
    private let bell: Doorbell
    private let topic: Topic
    private let names: [String]
    private let recheck: Duration
    private let turns: Mutex<ReadingTurns>
    private let isClosed = Atomic(false)

    init(_ pool: PostgresPool, _ bell: Doorbell, _ topic: Topic, _ offsets: [Int: Int64], recheck: Duration) {
        self.pool = pool
        self.bell = bell
        self.topic = topic
        self.names = offsets.keys.sorted().map { LogPlace(topic: topic, partition: $0).name }
        self.recheck = recheck
        self.turns = Mutex(ReadingTurns(offsets))
    }

    func next(_ limit: Int, wait: Duration) async throws(LogError) -> LogBatch {
        let deadline = ContinuousClock.now.advanced(by: wait)
        while true {
            let mark = self.bell.mark(of: self.names)
            let batch: LogBatch
            do {
                batch = try await self.take(limit)
            } catch {
                // A read that the task's cancellation cut short has moved no position.
                guard Task.isCancelled, error.code == .unavailable else { throw error }
                return LogBatch(records: [], positions: [:])
            }
            let rest = ContinuousClock.now.duration(to: deadline)
            guard batch.positions.isEmpty, rest > .zero, !Task.isCancelled else { return batch }
            await self.bell.wait(at: self.names, after: mark, atMost: min(rest, self.recheck))
        }
    }

    func close() async {
        self.isClosed.store(true, ordering: .releasing)
        for name in self.names { self.bell.ring(name) }
    }

    /// - Throws: ``LogError`` `.closed` when the log is closed, or `.notPrepared`.
    func checkOpen() async throws(LogError) {
        _ = try await self.ends(of: [])
    }

    /// Takes what is there, each partition up to the limit; they take turns at being the first.
    private func take(_ limit: Int) async throws(LogError) -> LogBatch {
        guard !self.isClosed.load(ordering: .acquiring) else { throw LogError(.closed, "the reader is closed") }
        let turn = self.turns.withLock { $0.next() }
        // The ends are read first: what lies before them is there for good, holes included.
        let ends = try await self.ends(of: turn.map(\.partition))
        var records: [LogRecord] = []
        var positions: [Int: Int64] = [:]
        for (partition, offset) in turn {
            let room = limit - records.count
            guard room > 0, records.bytes < Self.enoughBytes, let end = ends[partition], end > offset else { continue }
            let (found, next) = try await self.fill(room, with: partition, from: offset, to: end)
            positions[partition] = next
            records += found
        }
        self.turns.withLock { $0.advance(to: positions) }
        return LogBatch(records: records, positions: positions)
    }

    /// Takes a partition's records page by page, because a limit on their number says little about their size.
    private func fill(
        _ room: Int, with partition: Int, from offset: Int64, to end: Int64
    ) async throws(LogError) -> (records: [LogRecord], next: Int64) {
        var (records, next, bytes): ([LogRecord], Int64, Int) = ([], offset, 0)
        while next < end, records.count < room, bytes < Self.enoughBytes {
            let limit = min(room - records.count, Self.page(after: records.count, bytes))
            let page = try await self.records(of: partition, from: next, limit: limit)
            let last = page.last.map { $0.offset + 1 } ?? next
            next = page.count < limit ? max(end, last) : last
            bytes += page.bytes
            records += page
        }
        return (records, next)
    }

    /// How many records to ask for next: as many as are enough if they are as large as those before.
    private static func page(after records: Int, _ bytes: Int) -> Int {
        guard records > 0 else { return self.firstPage }
        return max(1, min(self.largestPage, (self.enoughBytes - bytes) / max(1, bytes / records)))
    }

    private func ends(of partitions: [Int]) async throws(LogError) -> [Int: Int64] {
        let wanted = PostgresValue.int64Array(partitions.map(Int64.init))
        do {
            let rows = try await self.pool.query(
                "SELECT partition, next FROM log.head WHERE topic = \(self.topic.rawValue) AND partition = ANY(\(wanted))"
            )
            return Dictionary(uniqueKeysWithValues: try rows.map { (try $0[0], try $0[1]) })
        } catch {
            throw LogError(error, "read \(self.topic)")
        }
    }

    private func records(of partition: Int, from offset: Int64, limit: Int) async throws(LogError) -> [LogRecord] {
        do {
            let page: SQL = """
                SELECT "offset", key, headers, value FROM log.record
                WHERE topic = \(self.topic.rawValue) AND partition = \(partition) AND "offset" >= \(offset)
                ORDER BY "offset" LIMIT \(limit)
                """
            let rows = try await self.pool.query(page.inBinary)
            return try rows.map { try self.record($0, partition) }
        } catch {
            throw LogError(error, "read \(self.topic)")
        }
    }

    private func record(_ row: PostgresRow, _ partition: Int) throws -> LogRecord {
        guard let offset: Int64 = try row.binary(0),
            let headers = try row.binary(2, as: PostgresTextArray.self).flatMap({ HeaderArray.headers(of: $0.elements) }
            )
        else {
            throw PostgresError(.decoding, "expected an offset, and names and values", column: "headers")
        }
        return LogRecord(
            topic: self.topic, partition: partition, offset: offset, key: try row.binary(1), headers: headers,
            value: try row.binary(3))
    }
}

extension [LogRecord] {
    /// How many bytes their values are.
    fileprivate var bytes: Int { self.reduce(0) { $0 + ($1.value?.count ?? 0) } }
}
