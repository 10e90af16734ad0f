/// What an auditor looks for in the read models: a small, closed vocabulary.
///
/// Steps are named as the workflow's events name them (`ResolutionApproved`). A span with a working unit counts on the calendar of
/// the case's office.
package enum AuditRule: Hashable, Sendable {
    /// A step was done by whoever had done the latest of another step before it.
    case samePerson(did: String, after: String, workflow: String)
    /// A case is closed in one of these states, and none of these steps was ever taken.
    case closedWithout(steps: [String], states: [String], workflow: String)
    /// A step was taken more often than it may be.
    case moreThan(Int, of: String, workflow: String)
    /// A case is open for longer, and the step was never taken.
    case openWithout(step: String, after: TimeSpan, workflow: String)
    /// A duty that a ladder gave to somebody stood longer, or ended later, and was never acknowledged.
    case unacknowledged(after: TimeSpan)
    /// An overdue case had nobody to take it for longer.
    case orphaned(longerThan: TimeSpan)

    /// What is too long; nil for a rule that does not count time.
    package var span: TimeSpan? {
        switch self {
        case .samePerson, .closedWithout, .moreThan: nil
        case .openWithout(_, let span, _), .unacknowledged(let span), .orphaned(let span): span
        }
    }
}
