import Postgres
import Redressal

extension ReadModels {
    package func escalations(
        _ filter: EscalationFilter, after cursor: EscalationCursor?, limit: Int
    ) async throws -> [EscalationLine] {
        let rows = try await self.ask(
            """
            SELECT e.case_id, e.seq, c.reference, c.workflow, c.state, c.office, e.clock, e.level, e.ladder, e.role,
                   e.post, e.holder, e.due_at, e.raised_at, e.acknowledged_at, e.ended_at, e.skipped::text AS skipped
            FROM read.escalation e JOIN read.case_current c USING (case_id)
            WHERE \(filter.condition) AND \(Self.isAfter(cursor))
            ORDER BY e.raised_at, e.case_id, e.seq LIMIT \(limit)
            """)
        return try rows.map { try EscalationLine($0) }
    }

    private static func isAfter(_ cursor: EscalationCursor?) -> SQL {
        guard let cursor else { return "true" }
        return """
            (e.raised_at, e.case_id, e.seq) > (\(cursor.raised.timestamp)::timestamptz, \(cursor.id.text)::text,
                                               \(cursor.seq)::integer)
            """
    }
}

extension EscalationFilter {
    fileprivate var condition: SQL {
        var conditions: [SQL] = []
        if let holder { conditions.append("e.holder = \(holder)") }
        if self.open { conditions.append("e.ended_at IS NULL") }
        if let offices {
            let (offices, holders) = (PostgresValue.textArray(offices), PostgresValue.textArray(self.heldBy))
            conditions.append("(c.office = ANY (\(offices)) OR c.assignee = ANY (\(holders)))")
        }
        if let hidden = CaseFilter.without(self.hiddenRespondents, in: "c.fields") { conditions.append(hidden) }
        if !self.open, let uncrossed = self.border.condition(on: "c") { conditions.append(uncrossed) }
        return conditions.reduce("true") { "\($0) AND \($1)" }
    }
}

extension EscalationLine {
    /// Reads a row of `read.escalation` with its case's.
    fileprivate init(_ row: PostgresRow) throws {
        let skipped: String = try row["skipped"]
        let acknowledged: PostgresTimestamp? = try row["acknowledged_at"]
        let ended: PostgresTimestamp? = try row["ended_at"]
        self.init(
            id: CaseID(try row["case_id"]), seq: try row["seq"], reference: try row["reference"],
            workflow: try row["workflow"], state: try row["state"], office: try row["office"],
            clock: try row["clock"], level: try row["level"], ladder: try row["ladder"], role: try row["role"],
            post: try row["post"], holder: try row["holder"],
            due: Instant(try row["due_at", as: PostgresTimestamp.self]),
            raised: Instant(try row["raised_at", as: PostgresTimestamp.self]),
            acknowledged: acknowledged.map { Instant($0) }, ended: ended.map { Instant($0) },
            skipped: try CanonicalJSON.decode([SkippedStep].self, from: Array(skipped.utf8)))
    }
}
