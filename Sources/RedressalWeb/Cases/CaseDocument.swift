import Redressal

/// A case as it is shown: where it stands and how much time is left, with personal fields kept shut.
struct CaseDocument: Encodable {
    let `case`: CaseID
    let reference: String
    let workflow: Workflow
    let state: String
    let office: String
    let severity: String?
    let assignee: Assignee?
    let fields: [String: ShownField]
    let opened: Instant
    /// When the present state was entered.
    let since: Instant
    let closed: Instant?
    let touched: Instant
    let reopened: Int
    let reassigned: Int
    let overdue: Bool
    /// The earliest due instant of the running clocks.
    let due: Instant?
    /// The highest ladder level now raised.
    let level: Int
    /// Whether no post could take it.
    let orphaned: Bool
    let clocks: [ClockName: ClockDocument]
    let links: [Link]
    let parent: CaseLink?
    let seq: Int

    /// The version of the workflow it runs under.
    struct Workflow: Encodable {
        let name: String
        let version: Int
    }

    /// A tie to another case, and that case's state as far as known.
    struct Link: Encodable {
        let relation: String
        let workflow: String
        let `case`: CaseID
        let state: String?
    }

    init(_ state: CaseState) {
        self.case = state.id
        self.reference = state.reference
        self.workflow = Workflow(name: state.workflow.name, version: state.workflow.version)
        self.state = state.state
        self.office = state.office
        self.severity = state.severity
        self.assignee = state.assignee
        self.fields = state.fields.mapValues { ShownField(value: $0) }
        self.opened = state.opened
        self.since = state.since
        self.closed = state.closed
        self.touched = state.touched
        self.reopened = state.reopened
        self.reassigned = state.reassigned
        self.overdue = state.isBreached
        self.due = state.due
        self.level = state.escalationLevel
        self.orphaned = state.orphaned
        self.clocks = state.clocks.mapValues { ClockDocument($0) }
        self.links = state.links.map {
            Link(relation: $0.link.relation, workflow: $0.link.workflow, case: $0.link.case, state: $0.state)
        }
        self.parent = state.parent
        self.seq = state.seq
    }
}
