import Postgres
import Redressal

extension RowStatements {
    /// Escalations raised, acknowledged and ended, in the order they happened.
    static func escalations(_ changes: [EscalationChange], _ schema: String) throws -> [SQL] {
        let table = SQL.identifier(schema, "escalation")
        return try changes.map { change in
            switch change {
            case .raised(let row):
                let json = PostgresValue.json(try self.json([row]))
                return """
                    INSERT INTO \(table) (case_id, seq, partition, clock, level, ladder, role, post, office, holder,
                                          due_at, raised_at, skipped)
                    SELECT case_id, seq, partition, clock, level, ladder, role, post, office, holder, due_at, raised_at,
                           skipped
                    FROM jsonb_populate_recordset(NULL::\(table), \(json)::jsonb)
                    """
            case .acknowledged(let id, let clock, let at):
                return """
                    UPDATE \(table) SET acknowledged_at = \(at.timestamp)
                    WHERE case_id = \(id.text) AND clock = \(clock.rawValue) AND ended_at IS NULL
                      AND acknowledged_at IS NULL
                    """
            case .ended(let id, let clock, let at):
                return """
                    UPDATE \(table) SET ended_at = \(at.timestamp)
                    WHERE case_id = \(id.text) AND clock = \(clock.rawValue) AND ended_at IS NULL
                    """
            }
        }
    }

    /// Cases that became orphans or ceased to be.
    static func orphans(_ changes: [CaseID: OrphanRow?], _ schema: String) throws -> [SQL] {
        guard !changes.isEmpty else { return [] }
        let table = SQL.identifier(schema, "orphan")
        let sorted = changes.sorted { $0.key < $1.key }
        let rows = PostgresValue.json(try self.json(sorted.compactMap(\.value)))
        return [
            "DELETE FROM \(table) WHERE case_id = ANY (\(PostgresValue.textArray(sorted.map(\.key.text))))",
            "INSERT INTO \(table) SELECT * FROM jsonb_populate_recordset(NULL::\(table), \(rows)::jsonb)",
        ]
    }

    /// Records that the acceptance rule voids, and the cases they park.
    static func voids(_ rows: [VoidRow], _ schema: String) throws -> [SQL] {
        let voids = SQL.identifier(schema, "void")
        let parked = SQL.identifier(schema, "parked")
        return rows.flatMap { row -> [SQL] in
            let (key, seq) = (row.case.map(self.text), row.seq.map { Int(Int32(clamping: $0)) })
            let void: SQL = """
                INSERT INTO \(voids) (partition, log_offset, case_id, seq, reason)
                VALUES (\(row.partition), \(row.offset), \(key), \(seq), \(row.reason.rawValue))
                """
            guard row.parksCase, let key, let seq else { return [void] }
            let park: SQL = """
                INSERT INTO \(parked) (case_id, partition, log_offset, seq, reason)
                VALUES (\(key), \(row.partition), \(row.offset), \(seq), \(row.reason.rawValue))
                ON CONFLICT (case_id) DO NOTHING
                """
            return [void, park]
        }
    }

    /// What a foreign record calls a case, as far as a text of the database and its indexes can hold it.
    private static func text(_ key: String) -> String {
        String(String.UnicodeScalarView(key.replacing("\0", with: "\u{FFFD}").unicodeScalars.prefix(CaseID.longest)))
    }
}
