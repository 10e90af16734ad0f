import Postgres
import Redressal

extension RowStatements {
    /// The fold and the list row of every case touched, inserted or replaced.
    static func states(_ states: [CaseState], _ partition: Int, _ schema: String) throws -> [SQL] {
        guard !states.isEmpty else { return [] }
        let current = SQL.identifier(schema, "case_current")
        let fold = SQL.identifier(schema, "case_state")
        let rows = try ArrayRows(states.map { CaseRow($0, partition: partition) })
        let folds = try states.map { try self.json($0) }
        return [
            """
            INSERT INTO \(current) (\(rows.names)) \(rows.selection)
            ON CONFLICT (case_id) DO UPDATE SET \(rows.updates(but: "case_id"))
            """,
            """
            INSERT INTO \(fold) (case_id, partition, state)
            SELECT id, \(partition)::integer, state
            FROM unnest(\(PostgresValue.textArray(states.map(\.id.text))), \(PostgresValue.textArray(folds))) AS rows (id, state)
            ON CONFLICT (case_id) DO UPDATE SET state = excluded.state
            """,
        ]
    }

    /// Timers that ended, and timers that were set.
    static func timers(_ changes: TimerChanges, _ schema: String) -> [SQL] {
        let table = SQL.identifier(schema, "timer")
        var statements: [SQL] = []
        if !changes.ended.isEmpty {
            let cases = PostgresValue.textArray(changes.ended.map(\.case_id))
            let timers = PostgresValue.textArray(changes.ended.map(\.timer))
            statements.append(
                """
                DELETE FROM \(table) AS t USING unnest(\(cases), \(timers)) AS ended (case_id, timer)
                WHERE t.case_id = ended.case_id AND t.timer = ended.timer
                """)
        }
        if !changes.armed.isEmpty {
            let rows = ArrayRows(changes.armed)
            // One that stands nevertheless, against the fold, is put right rather than left to hold the partition up.
            statements.append(
                """
                INSERT INTO \(table) (\(rows.names)) \(rows.selection)
                ON CONFLICT (case_id, timer) DO UPDATE SET \(rows.updates(but: "case_id")), sent_at = NULL
                """)
        }
        return statements
    }
}

extension ArrayRows {
    /// Rows of `case_current`.
    ///
    /// - Throws: `EncodingError` for numbers that JSON cannot hold.
    fileprivate init(_ rows: [CaseRow]) throws {
        self.add("case_id", rows.map(\.case_id))
        self.add("partition", rows.map(\.partition))
        self.add("reference", rows.map(\.reference))
        self.add("workflow", rows.map(\.workflow))
        self.add("workflow_version", rows.map(\.workflow_version))
        self.add("state", rows.map(\.state))
        self.add("office", rows.map(\.office))
        self.add("assignee", rows.map(\.assignee))
        self.add("severity", rows.map(\.severity))
        self.add("opened_at", milliseconds: rows.map(\.opened_at.milliseconds))
        self.add("state_since", milliseconds: rows.map(\.state_since.milliseconds))
        self.add("due_at", milliseconds: rows.map { $0.due_at?.milliseconds })
        self.add("closed_at", milliseconds: rows.map { $0.closed_at?.milliseconds })
        self.add("touched_at", milliseconds: rows.map(\.touched_at.milliseconds))
        self.add("reopened", rows.map(\.reopened))
        self.add("reassigned", rows.map(\.reassigned))
        self.add("breached", rows.map(\.breached))
        self.add("escalation_level", rows.map(\.escalation_level))
        self.add("paused", rows.map(\.paused))
        self.add("historical", rows.map(\.historical))
        self.add("seq", rows.map(\.seq))
        self.add("head", rows.map(\.head))
        self.add("fields", try rows.map { try RowStatements.json($0.fields) }, as: "jsonb")
    }

    /// Rows of `timer`.
    fileprivate init(_ rows: [TimerRow]) {
        self.add("case_id", rows.map(\.case_id))
        self.add("timer", rows.map(\.timer))
        self.add("partition", rows.map(\.partition))
        self.add("generation", rows.map(\.generation))
        self.add("due_at", milliseconds: rows.map(\.due_at.milliseconds))
        self.add("historical", rows.map(\.historical))
    }
}
