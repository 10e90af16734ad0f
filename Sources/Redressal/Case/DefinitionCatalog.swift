/// The definitions in force: what was published, arranged for decisions.
package struct DefinitionCatalog: Sendable {
    private var workflowsByHash: [String: WorkflowDefinition] = [:]
    private var latestWorkflows: [String: WorkflowDefinition] = [:]
    private var calendarsByReference: [CalendarReference: BusinessCalendar] = [:]
    private var latestCalendars: [String: BusinessCalendar] = [:]
    private var programmes: [String: Programme] = [:]
    /// The offices, posts and holders of all programmes.
    package private(set) var org = OrgDirectory()
    /// Who is told of what, and in which words.
    package var notifications = NotificationBook()

    package init() {}

    /// Takes a workflow in; the highest version of a name is the one new cases get.
    package mutating func add(_ workflow: WorkflowDefinition) {
        self.workflowsByHash[workflow.contentHash] = workflow
        if workflow.version >= self.latestWorkflows[workflow.name]?.version ?? 0 {
            self.latestWorkflows[workflow.name] = workflow
        }
    }

    /// Takes a calendar in; the highest version of an id is the one new clocks get.
    package mutating func add(_ calendar: BusinessCalendar) {
        self.calendarsByReference[calendar.reference] = calendar
        if calendar.version >= self.latestCalendars[calendar.id]?.version ?? 0 {
            self.latestCalendars[calendar.id] = calendar
        }
    }

    /// Takes a programme in; the highest version of a name holds.
    package mutating func add(_ programme: Programme) {
        guard programme.version >= self.programmes[programme.name]?.version ?? 0 else { return }
        self.programmes[programme.name] = programme
        self.org = OrgDirectory(self.programmes.keys.sorted().compactMap { self.programmes[$0] })
    }

    package func workflow(named name: String) -> WorkflowDefinition? { self.latestWorkflows[name] }

    package func workflow(_ pin: WorkflowPin) -> WorkflowDefinition? { self.workflowsByHash[pin.hash] }

    package func workflow(named name: String, version: Int) -> WorkflowDefinition? {
        self.workflowsByHash.values.first { $0.name == name && $0.version == version }
    }

    package func calendar(_ id: String) -> BusinessCalendar? { self.latestCalendars[id] }

    package func calendar(_ reference: CalendarReference) -> BusinessCalendar? { self.calendarsByReference[reference] }

    /// The roles that belong to cases' own people, of all workflows.
    package var partyRoles: Set<String> {
        Set(self.latestWorkflows.values.flatMap { $0.parties.keys.map(\.rawValue) })
    }

    /// The latest version of each workflow, by name.
    package var workflows: [WorkflowDefinition] { self.workflowNames.compactMap { self.latestWorkflows[$0] } }

    package var workflowNames: [String] { self.latestWorkflows.keys.sorted() }
}

extension WorkflowDefinition {
    /// What cases of this version record.
    package var pin: WorkflowPin { WorkflowPin(name: self.name, version: self.version, hash: self.contentHash) }
}
