/// The names that every guard may use besides the workflow's fields; fields cannot be named like these.
package enum GuardVariable: String, Hashable, Sendable, CaseIterable {
    /// The instant of the decision.
    case now
    /// The day that it is then, by the case's calendar.
    case today
    /// The name of the state the case is in.
    case state
    /// When the case came to that state.
    case stateSince = "state_since"
    case openedAt = "opened_at"
    /// When the case last came to a final state; empty while it never has.
    case closedAt = "closed_at"
    case actorUser = "actor.user"
    case actorRole = "actor.role"
    case actorOffice = "actor.office"
    /// The actor is neither the person complained about nor under or related to them.
    case noConflict = "no_conflict"
}

extension GuardVariable {
    /// Why somebody with a conflict of interest may not act.
    static let conflict =
        "expected someone without a conflict of interest but the actor is, reports to or is related to the person "
        + "complained about"
}
