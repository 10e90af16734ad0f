import Postgres
import Redressal

extension CaseListing {
    /// Reads a row of `read.case_current`.
    init(_ row: PostgresRow) throws {
        self.init(
            id: CaseID(try row["case_id"]), reference: try row["reference"], workflow: try row["workflow"],
            state: try row["state"], office: try row["office"], assignee: try row["assignee"],
            severity: try row["severity"], opened: Instant(try row["opened_at", as: PostgresTimestamp.self]),
            due: try row["due_at", as: PostgresTimestamp?.self].map { Instant($0) }, breached: try row["breached"],
            level: try row["escalation_level"], seq: try row["seq"], historical: try row["historical"])
    }
}
