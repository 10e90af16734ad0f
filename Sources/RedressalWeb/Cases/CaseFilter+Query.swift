import Redressal

extension CaseFilter {
    /// The parameters that say which cases are wanted.
    static let parameters = [
        "workflow", "office", "state", "severity", "assignee", "due_before", "overdue", "orphans", "closed",
    ]

    /// - Parameter catalog: The names that there are.
    /// - Throws: ``Problem`` for a parameter that cannot be read, or a name that no definition has.
    init(_ query: Query, _ catalog: DefinitionCatalog) throws(Problem) {
        self.init()
        self.workflow = query.text("workflow")
        self.office = query.text("office")
        self.state = query.text("state")
        self.severity = query.text("severity")
        self.assignee = query.text("assignee")
        self.dueBefore = try query.instant("due_before")
        self.overdue = try query.flag("overdue") ?? false
        self.orphans = try query.flag("orphans") ?? false
        // Who names a state wants the cases in it, also when that state is a final one.
        self.closed = try query.flag("closed") ?? (self.state != nil)
        if let unknown = catalog.unknownName(in: self) { throw Problem(unknown) }
    }
}
