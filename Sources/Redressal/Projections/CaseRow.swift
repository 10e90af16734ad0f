// Named as the columns of the table.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// A case as lists show it: one row of `read.case_current`.
package struct CaseRow: Hashable, Sendable {
    package let case_id: String
    package let partition: Int
    package let reference: String
    package let workflow: String
    package let workflow_version: Int
    package let state: String
    package let office: String
    package let assignee: String?
    package let severity: String?
    package let opened_at: Instant
    package let state_since: Instant
    package let due_at: Instant?
    package let closed_at: Instant?
    package let touched_at: Instant
    package let reopened: Int
    package let reassigned: Int
    package let breached: Bool
    package let escalation_level: Int
    package let paused: Bool
    package let historical: Bool
    package let seq: Int
    package let head: String
    /// The fields that are not personal.
    package let fields: [String: FieldValue]

    package init(_ state: CaseState, partition: Int) {
        self.case_id = state.id.text
        self.partition = partition
        self.reference = state.reference
        self.workflow = state.workflow.name
        self.workflow_version = state.workflow.version
        self.state = state.state
        self.office = state.office
        self.assignee = state.assignee.flatMap { $0.label.isEmpty ? nil : $0.label }
        self.severity = state.severity
        self.opened_at = state.opened
        self.state_since = state.since
        self.due_at = state.due
        self.closed_at = state.closed
        self.touched_at = state.touched
        self.reopened = state.reopened
        self.reassigned = state.reassigned
        self.breached = state.isBreached
        self.escalation_level = state.escalationLevel
        self.paused = state.clocks.values.contains { $0.pause != nil }
        self.historical = state.historical
        self.seq = state.seq
        self.head = state.head.description
        self.fields = state.fields.filter { !$0.value.isSealed }
    }
}

extension FieldValue {
    /// Whether it, or a part of it, is sealed.
    package var isSealed: Bool {
        switch self {
        case .sealed: true
        case .list(let values): values.contains(where: \.isSealed)
        default: false
        }
    }
}
