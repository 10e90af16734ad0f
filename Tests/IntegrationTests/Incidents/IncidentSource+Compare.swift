import Postgres
import RedressalTesting

extension IncidentSource {
    /// One thing that the read models must show as the file has it: two queries with the same rows.
    private struct Oracle {
        let name: String
        let file: String
        let readModels: String
    }

    private static let oracles = [
        Oracle(
            name: "final states", file: "SELECT case_id, state FROM source.step WHERE is_last",
            readModels: "SELECT case_id, state FROM read.case_current WHERE workflow = 'incident'"),
        Oracle(
            name: "transitions of each case",
            file: "SELECT case_id, before, state, at FROM source.step WHERE before <> state",
            readModels: "SELECT case_id, from_state, to_state, occurred_at FROM read.transition"),
        Oracle(
            name: "seconds of each case in each state",
            file: """
                SELECT case_id, state, sum(extract(epoch FROM until - at))::bigint FROM source.step
                WHERE until IS NOT NULL GROUP BY case_id, state
                """,
            readModels: "SELECT case_id, state, seconds FROM read.state_time"),
        Oracle(
            name: "reopenings of each case",
            file: """
                SELECT case_id, count(*) FROM source.step
                WHERE before IN ('resolved', 'closed') AND state NOT IN ('resolved', 'closed') GROUP BY case_id
                """,
            readModels: """
                SELECT case_id, count(*) FROM read.transition
                WHERE from_state IN ('resolved', 'closed') AND to_state NOT IN ('resolved', 'closed') GROUP BY case_id
                """),
        Oracle(
            name: "the source's own count of reopenings",
            file: "SELECT case_id, reopen_count FROM source.step WHERE is_last",
            readModels: "SELECT case_id, (fields->>'reopen_count')::integer FROM read.case_current"),
        Oracle(
            name: "changes of group of each case",
            file: """
                SELECT case_id, count(*) FROM source.step WHERE group_before <> assignment_group GROUP BY case_id
                """,
            readModels: """
                SELECT case_id, count(*) FROM read.case_event
                WHERE type = 'ActionTaken' AND facts->'fields' ? 'assignment_group' GROUP BY case_id
                """),
        Oracle(
            name: "rows, one event each",
            file: "SELECT case_id, at FROM source.step",
            readModels: """
                SELECT case_id, occurred_at FROM read.case_event WHERE type IN ('CaseOpened', 'ActionTaken')
                """),
    ]

    /// Compares everything.
    ///
    /// - Returns: What differs, with the number of rows; empty when nothing does.
    func differences() async throws -> [String: Int] {
        var differing: [String: Int] = [:]
        for oracle in Self.oracles {
            let count = try await self.database.number(
                """
                WITH file AS (\(unsafeSQL: oracle.file)), models AS (\(unsafeSQL: oracle.readModels))
                SELECT count(*) FROM (
                    (SELECT * FROM file EXCEPT ALL SELECT * FROM models)
                    UNION ALL (SELECT * FROM models EXCEPT ALL SELECT * FROM file)
                ) d
                """)
            if count > 0 { differing[oracle.name] = count }
        }
        return differing
    }

    /// The lines that cannot be imported: those in the illegal state, and the first of the case that is cut off.
    func unusableLines() async throws -> [Int] {
        try await self.database.query(
            """
            SELECT line FROM source.line WHERE incident_state = '-100'
            UNION ALL
            (SELECT min(line) FROM source.line
             WHERE number = (SELECT number FROM source.line ORDER BY line DESC LIMIT 1))
            ORDER BY line
            """
        ).values(as: Int.self)
    }
}
