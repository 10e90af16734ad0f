import Redressal

extension CaseFilter {
    /// The parameters that it is read from.
    static let parameters = ["workflow", "office", "state", "overdue", "orphans", "closed"]

    /// - Throws: ``Problem`` for a flag that is none.
    init(_ query: Query) throws(Problem) {
        self.init()
        self.workflow = query.text("workflow")
        self.office = query.text("office")
        self.state = query.text("state")
        self.overdue = try query.flag("overdue") ?? false
        self.orphans = try query.flag("orphans") ?? false
        // Who names a state wants the cases in it, also when that state is a final one.
        self.closed = try query.flag("closed") ?? (self.state != nil)
    }
}
