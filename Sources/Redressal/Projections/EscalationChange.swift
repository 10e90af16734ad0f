/// What an event does to a case's escalations, in the order of events.
package enum EscalationChange: Hashable, Sendable {
    case raised(EscalationRow)
    /// The standing ones of a clock up to a level were acknowledged.
    case acknowledged(case: CaseID, clock: ClockName, at: Instant)
    /// The clock stopped, and the duty with it.
    case ended(case: CaseID, clock: ClockName, at: Instant)
}
