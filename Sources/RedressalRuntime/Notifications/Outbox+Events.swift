import Postgres
import Redressal

extension Outbox {
    /// Which of some events count, by the read models: those of former owners, copies and what came after a gap are void there.
    ///
    /// Events of an imported past are left out: they are nobody's news.
    /// - Parameters:
    ///   - events: Of one partition.
    ///   - next: The offset after them.
    /// - Returns: nil while the read models are not as far.
    func folded(
        _ events: [(record: EventRecord, hash: EventHash)], of partition: Int, before next: Int64
    ) async throws -> [FoldedEvent]? {
        let rows = try await self.pool.query(Self.question(events, partition, next))
        // Asked in one statement, so that no other set of read models can come between.
        guard let first = rows.first, try first["folded", as: Bool.self] else { return nil }
        var states: [EventHash: CaseState] = [:]
        for row in rows {
            guard let hash = try row["hash", as: String?.self].flatMap({ EventHash($0) }),
                let state = try row["state", as: String?.self]
            else { continue }
            states[hash] = try CanonicalJSON.decode(CaseState.self, from: Array(state.utf8))
        }
        return events.compactMap { event in
            states[event.hash].map { FoldedEvent(record: event.record, hash: event.hash, state: $0) }
        }
    }

    private static func question(
        _ events: [(record: EventRecord, hash: EventHash)], _ partition: Int, _ next: Int64
    ) -> SQL {
        let cases = PostgresValue.textArray(events.map(\.record.case.text))
        let numbers = PostgresValue.int64Array(events.map { Int64($0.record.seq) })
        let hashes = PostgresValue.textArray(events.map(\.hash.description))
        return """
            SELECT p.next_offset >= \(next) AS folded, found.hash, found.state FROM read.position AS p
            LEFT JOIN LATERAL (
                SELECT e.hash, s.state FROM unnest(\(cases), \(numbers), \(hashes)) AS asked (case_id, seq, hash)
                JOIN read.case_event AS e ON e.case_id = asked.case_id AND e.seq = asked.seq AND e.hash = asked.hash
                JOIN read.case_event AS opening ON opening.case_id = e.case_id AND opening.seq = 1
                JOIN read.case_state AS s ON s.case_id = e.case_id
                WHERE NOT coalesce((opening.facts->>'historical')::boolean, false) OR EXISTS (
                    SELECT FROM read.case_event AS ended
                    WHERE ended.case_id = e.case_id AND ended.type = 'HistoryEnded' AND ended.seq <= e.seq)
            ) AS found ON p.next_offset >= \(next)
            WHERE p.partition = \(partition)
            """
    }

    /// How cases stand now.
    func states(of cases: Set<CaseID>) async throws -> [CaseID: CaseState] {
        try await ReadStore(pool: self.pool).states(of: cases)
    }
}
