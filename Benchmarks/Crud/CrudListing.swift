import Postgres

/// A line of the peer's lists, with the members that ours have.
struct CrudListing: Encodable, Sendable {
    static let columns: SQL = """
        case_id, reference, state, office, assignee, severity, opened_at, due_at, version,
        to_json(opened_at) #>> '{}' AS opened, to_json(due_at) #>> '{}' AS due
        """

    let `case`: String
    let reference: String
    let workflow = "complaint"
    let state: String
    let office: String
    let assignee: String?
    let severity: String
    let opened: String
    let due: String?
    let seq: Int

    init(_ row: PostgresRow) throws {
        self.case = try row["case_id"]
        self.reference = try row["reference"]
        self.state = try row["state"]
        self.office = try row["office"]
        self.assignee = try row["assignee"]
        self.severity = try row["severity"]
        self.opened = try row["opened"]
        self.due = try row["due"]
        self.seq = try row["version"]
    }
}
