import Postgres
import Redressal

extension LaneBorder {
    /// Leaves out cases that went on in a lane; nil where there is none.
    ///
    /// - Parameter cases: What the rows of `read.case_current` are called.
    func condition(on cases: SQL) -> SQL? {
        guard !self.workflows.isEmpty else { return nil }
        let lanes = PostgresValue.textArray(self.workflows)
        // What was handed over is closed, so that open cases cost nothing.
        return """
            (\(cases).closed_at IS NULL OR \(cases).workflow = ANY (\(lanes)) OR NOT EXISTS (
                SELECT FROM read.case_event crossing WHERE crossing.case_id = \(cases).case_id
                  AND (crossing.name = ANY (\(PostgresValue.textArray(self.events)))
                       OR crossing.type = 'CaseLinked' AND crossing.facts->'link'->>'workflow' = ANY (\(lanes)))))
            """
    }
}
