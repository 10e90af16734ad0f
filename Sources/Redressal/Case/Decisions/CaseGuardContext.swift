/// What a guard sees of a case when somebody asks for an action.
struct CaseGuardContext: GuardContext {
    let `case`: CaseState
    /// The fields that the command brings; they lie on top of the case's.
    let fields: [String: FieldValue]
    let by: Actor
    let action: Action
    let workflow: WorkflowDefinition
    let org: OrgDirectory
    let now: Instant
    /// That of the case's calendar; nil while that is not known.
    let zone: CalendarZone?

    init(
        case state: CaseState, fields: [String: FieldValue], actor: Actor, action: Action,
        workflow: WorkflowDefinition, org: OrgDirectory, now: Instant, zone: CalendarZone?
    ) {
        self.case = state
        self.fields = fields
        self.by = actor
        self.action = action
        self.workflow = workflow
        self.org = org
        self.now = now
        self.zone = zone
    }

    var today: CivilDate? { self.zone?.date(at: self.now) }
    var state: StateName { StateName(self.case.state) }
    var stateSince: Instant { self.case.since }
    var openedAt: Instant { self.case.opened }
    var closedAt: Instant? { self.case.lastClosed }
    var actor: GuardActor {
        GuardActor(user: self.by.user, role: Role(self.by.role), office: self.by.office ?? "")
    }
    var hasConflict: Bool { self.case.isInConflict(self.by.user, org: self.org, at: self.now) }

    func value(of field: FieldName) -> GuardValue? {
        guard let value = self.held(field), !value.isEmpty else { return nil }
        return GuardValue(value, as: self.workflow.field(field)?.type)
    }

    func isFilled(_ field: FieldName) -> Bool { self.held(field).map { !$0.isEmpty } ?? false }

    func count(of eventOrAction: String) -> Int { self.case.counts[eventOrAction] ?? 0 }

    func actorHasActed(as role: Role) -> Bool { self.case.actors[role.rawValue]?.contains(self.by.user) ?? false }

    func actorIsNamed(by field: FieldName) -> Bool {
        guard let text = self.held(field)?.text else { return false }
        return text == self.by.user || text == self.by.post
    }

    func hasSecondApproval(by role: Role) -> Bool {
        self.case.approvals.contains {
            $0.action == self.action.name.rawValue && $0.role == role.rawValue && $0.user != self.by.user
        }
    }

    func linkedStates(_ relation: String) -> [StateName] {
        self.case.links.filter { $0.link.relation == relation }.compactMap { $0.state.map { StateName($0) } }
    }

    func quorum(of field: FieldName) -> Int { self.workflow.field(field)?.quorum ?? 1 }

    func hasAuthority(_ field: FieldName) -> Bool {
        guard let name = self.held(field)?.text, let post = self.org.post(name) else { return false }
        return self.org.reaches(self.case.office, post)
    }

    func isTrained(in course: String) -> Bool { self.org.person(self.by.user)?.courses.contains(course) ?? false }

    private func held(_ field: FieldName) -> FieldValue? {
        self.fields[field.rawValue] ?? self.case.fields[field.rawValue]
    }
}

extension GuardValue {
    /// A field's value as its declared type has it; nil for a sealed one, of which nothing can be said.
    init?(_ value: FieldValue, as type: FieldType?) {
        switch value {
        case .string(let text):
            switch type {
            case .instant: self = Instant(text).map { .timestamp($0) } ?? .string(text)
            case .date: self = CivilDate(text).map { .date($0) } ?? .string(text)
            default: self = .string(text)
            }
        case .integer(let number): self = type == .decimal ? .double(Double(number)) : .int(Int64(number))
        case .decimal(let number): self = .double(number)
        case .boolean(let flag): self = .bool(flag)
        case .list(let values):
            let item: FieldType? = if case .list(let item) = type { item } else { nil }
            self = .list(values.compactMap { GuardValue($0, as: item) })
        case .sealed: return nil
        }
    }
}
