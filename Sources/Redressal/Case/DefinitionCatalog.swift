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

    /// What programmes publish for Open311, in the order of their names.
    package var jurisdictions: [Open311Jurisdiction] {
        self.programmes.keys.sorted().compactMap { self.programmes[$0]?.open311 }
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

    /// The versions of a workflow, the latest first.
    package func versions(of name: String) -> [WorkflowDefinition] {
        self.workflowsByHash.values.filter { $0.name == name }.sorted { $0.version > $1.version }
    }

    /// The states in which a workflow's cases may stand, of all its versions; sorted.
    ///
    /// - Parameter workflow: Nil for those of all workflows.
    package func stateNames(of workflow: String?) -> [String] {
        let workflows = self.workflowsByHash.values.filter { workflow == nil || $0.name == workflow }
        return Set(workflows.flatMap(\.states).map(\.name.rawValue)).sorted()
    }

    /// The latest version of each calendar, by id.
    package var calendars: [BusinessCalendar] { self.latestCalendars.values.sorted { $0.id < $1.id } }

    /// The version of each programme that holds, by name.
    package var programmeVersions: [String: Int] { self.programmes.mapValues(\.version) }

    /// The programme that names a person; nil for none.
    package func programme(naming user: String) -> String? {
        self.programmes.values.filter { $0.people.contains { $0.id == user } }.map(\.name).min()
    }

    /// The programme that a post is of; nil for none.
    package func programme(ofPost post: String) -> String? {
        self.programmes.values.filter { $0.posts.contains { $0.id == post } }.map(\.name).min()
    }

    package var workflowNames: [String] { self.latestWorkflows.keys.sorted() }
}

extension WorkflowDefinition {
    /// What cases of this version record.
    package var pin: WorkflowPin { WorkflowPin(name: self.name, version: self.version, hash: self.contentHash) }
}
