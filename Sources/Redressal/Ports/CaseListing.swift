/// A line of a list of cases.
package struct CaseListing: Hashable, Sendable, Codable {
    package let id: CaseID
    package let reference: String
    package let workflow: String
    package let state: String
    package let office: String
    package let assignee: String?
    package let severity: String?
    package let opened: Instant
    /// The earliest deadline of its running clocks; nil when none runs.
    package let due: Instant?
    package let breached: Bool
    package let level: Int
    package let seq: Int
    /// Whether its clocks run by its own history, as an imported case's do, and not by today's date.
    package let historical: Bool

    package init(
        id: CaseID, reference: String, workflow: String, state: String, office: String, assignee: String? = nil,
        severity: String? = nil, opened: Instant, due: Instant? = nil, breached: Bool = false, level: Int = 0, seq: Int,
        historical: Bool = false
    ) {
        self.id = id
        self.reference = reference
        self.workflow = workflow
        self.state = state
        self.office = office
        self.assignee = assignee
        self.severity = severity
        self.opened = opened
        self.due = due
        self.breached = breached
        self.level = level
        self.seq = seq
        self.historical = historical
    }

    private enum CodingKeys: String, CodingKey {
        case id = "case"
        case reference, workflow, state, office, assignee, severity, opened, due, breached, level, seq, historical
    }
}
