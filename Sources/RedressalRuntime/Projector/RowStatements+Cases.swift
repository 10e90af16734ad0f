import Postgres
import Redressal

extension RowStatements {
    /// The fold and the list row of every case touched, inserted or replaced.
    static func states(_ states: [CaseState], _ partition: Int, _ schema: String) throws -> [SQL] {
        guard !states.isEmpty else { return [] }
        let current = SQL.identifier(schema, "case_current")
        let fold = SQL.identifier(schema, "case_state")
        let rows = try self.json(states.map { CaseRow($0, partition: partition) })
        let folds = try states.map { try self.json($0) }
        let columns = [
            "partition", "reference", "workflow", "workflow_version", "state", "office", "assignee", "severity",
            "opened_at", "state_since", "due_at", "closed_at", "touched_at", "reopened", "reassigned", "breached",
            "escalation_level", "paused", "historical", "seq", "head", "fields",
        ]
        let updates = columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return [
            """
            INSERT INTO \(current)
            SELECT * FROM jsonb_populate_recordset(NULL::\(current), \(PostgresValue.json(rows))::jsonb)
            ON CONFLICT (case_id) DO UPDATE SET \(unsafeSQL: updates)
            """,
            """
            INSERT INTO \(fold) (case_id, partition, state)
            SELECT id, \(partition)::integer, state
            FROM unnest(\(PostgresValue.textArray(states.map(\.id.text))), \(PostgresValue.textArray(folds))) AS rows (id, state)
            ON CONFLICT (case_id) DO UPDATE SET state = excluded.state
            """,
        ]
    }

    /// The standing timers of every case touched; one that stands unchanged keeps when it was sent.
    static func timers(_ states: [CaseState], _ partition: Int, _ schema: String) throws -> [SQL] {
        guard !states.isEmpty else { return [] }
        let table = SQL.identifier(schema, "timer")
        let cases = PostgresValue.textArray(states.map(\.id.text))
        let rows = states.flatMap { state in state.timers.map { TimerRow($0, of: state, partition: partition) } }
        let json = PostgresValue.json(try self.json(rows))
        let standing: SQL =
            """
            SELECT * FROM jsonb_to_recordset(\(json)::jsonb) AS rows
                (case_id text, timer text, partition integer, generation integer, due_at timestamptz, historical boolean)
            """
        return [
            """
            DELETE FROM \(table) AS t
            WHERE t.case_id = ANY (\(cases)) AND NOT EXISTS (
                SELECT FROM (\(standing)) AS s
                WHERE s.case_id = t.case_id AND s.timer = t.timer AND s.generation = t.generation
                  AND s.due_at = t.due_at AND s.historical = t.historical)
            """,
            """
            INSERT INTO \(table) (case_id, timer, partition, generation, due_at, historical)
            \(standing)
            ON CONFLICT (case_id, timer) DO NOTHING
            """,
        ]
    }
}
