import Postgres
import Redressal

extension CaseListing {
    /// What a row of `read.case_current` is read from.
    static let columns: SQL = """
        case_id, reference, workflow, state, office, assignee, severity, opened_at, due_at, breached, escalation_level,
        seq, historical
        """

    /// The least time left first, as the indexes over all offices have it; those of one office or person have the columns alone
    /// (migration 0020).
    static let order: SQL = "\(Self.due), opened_at, case_id"
    /// When a case is due, with those that never are at the end.
    static let due: SQL = "coalesce(due_at, 'infinity')"

    /// Reads a row with these columns.
    init(_ row: PostgresRow) throws {
        self.init(
            id: CaseID(try row["case_id"]), reference: try row["reference"], workflow: try row["workflow"],
            state: try row["state"], office: try row["office"], assignee: try row["assignee"],
            severity: try row["severity"], opened: Instant(try row["opened_at", as: PostgresTimestamp.self]),
            due: try row["due_at", as: PostgresTimestamp?.self].map { Instant($0) }, breached: try row["breached"],
            level: try row["escalation_level"], seq: try row["seq"], historical: try row["historical"])
    }
}
