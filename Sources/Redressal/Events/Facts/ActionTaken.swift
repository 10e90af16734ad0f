/// Somebody, or a timer, did an action that the workflow allows.
package struct ActionTaken: Hashable, Sendable, Codable {
    /// The action, as the workflow names it.
    package let action: String
    /// What the workflow calls the result, past tense: `ComplaintAssigned`.
    package let name: String
    package let from: String
    package let to: String
    /// The fields set by it; personal ones are sealed.
    package let fields: [String: FieldValue]
    /// The new holder, when the action changed it.
    package let assignee: Assignee?
    package let severity: String?
    package let office: String?
    /// The actions for which this one counts as the second consent.
    package let approves: [String]
    /// Whether the case left a final state by it.
    package let reopened: Bool
    /// Whether it reached a final state by it.
    package let closed: Bool

    package init(
        action: String, name: String, from: String, to: String, fields: [String: FieldValue],
        assignee: Assignee? = nil, severity: String? = nil, office: String? = nil, approves: [String] = [],
        reopened: Bool, closed: Bool
    ) {
        self.action = action
        self.name = name
        self.from = from
        self.to = to
        self.fields = fields
        self.assignee = assignee
        self.severity = severity
        self.office = office
        self.approves = approves
        self.reopened = reopened
        self.closed = closed
    }
}
