/// What has to happen to a case for somebody to be told.
package enum NotificationTrigger: Hashable, Sendable {
    /// What can happen to a case of any workflow.
    package enum Moment: String, Hashable, Sendable, CaseIterable {
        case opened
        /// Somebody was given the case.
        case assigned
        /// A share of a clock's time is used up.
        case reminder
        case breached
        /// The duty to see to an overdue case went to somebody.
        case escalated
        /// Nobody up to the ladder's end could take it.
        case orphaned
        case closed
        case reopened
    }

    case moment(Moment)
    /// An event by the name that the workflow gives it (`emit`).
    case event(String)
    /// The case came into a state from another one.
    case state(StateName)

    /// Whether an event is it.
    func isMet(by event: CaseEvent) -> Bool {
        switch (self, event) {
        case (.moment(.opened), .caseOpened), (.moment(.reminder), .reminderDue),
            (.moment(.breached), .deadlineBreached), (.moment(.escalated), .escalationRaised),
            (.moment(.orphaned), .caseOrphaned):
            true
        case (.moment(.assigned), .caseOpened(let facts)): facts.assignee.isSomebody
        case (.moment(.assigned), .actionTaken(let facts)): facts.assignee.isSomebody
        case (.moment(.closed), .actionTaken(let facts)): facts.closed
        case (.moment(.reopened), .actionTaken(let facts)): facts.reopened
        case (.event(let name), .actionTaken(let facts)): facts.name == name
        case (.state(let state), .actionTaken(let facts)): facts.to == state.rawValue && facts.from != facts.to
        case (.state(let state), .caseOpened(let facts)): facts.state == state.rawValue
        default: false
        }
    }
}

extension Assignee? {
    /// Whether a case has a holder by it; an empty one takes the case from its holder.
    fileprivate var isSomebody: Bool { self.map { $0 != Assignee() } ?? false }
}
