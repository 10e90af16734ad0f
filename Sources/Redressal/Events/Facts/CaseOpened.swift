/// A case began.
package struct CaseOpened: Hashable, Sendable, Codable {
    /// The tracking number given to the person.
    package let reference: String
    package let state: String
    package let office: String
    package let severity: String?
    /// What was filled in at opening; personal fields are sealed.
    package let fields: [String: FieldValue]
    package let assignee: Assignee?
    /// The case that spawned this one.
    package let parent: CaseLink?
    /// Whether the case carries historical times: its timers fire as its own commands move time, not by the wall clock.
    package let historical: Bool

    package init(
        reference: String, state: String, office: String, severity: String?, fields: [String: FieldValue],
        assignee: Assignee?, parent: CaseLink?, historical: Bool
    ) {
        self.reference = reference
        self.state = state
        self.office = office
        self.severity = severity
        self.fields = fields
        self.assignee = assignee
        self.parent = parent
        self.historical = historical
    }
}
