import Redressal

/// What a timer has an engine take note of: a deadline that passed, or a share of its time that was used up.
struct DeadlineNotice {
    /// Says which it is; the same for the same deadline only.
    let name: String
    let due: Instant
    let noticed: Instant

    /// Nil for an event that is neither.
    init?(_ event: EventRecord) {
        switch event.event {
        case .deadlineBreached(let facts):
            self.name = "the breach of \(event.case) \(facts.clock.rawValue) \(facts.generation)"
            self.due = facts.due
            self.noticed = facts.detected
        case .reminderDue(let facts):
            self.name = "the reminder of \(event.case) \(facts.clock.rawValue) at \(facts.percent) % on \(facts.due)"
            self.due = facts.due
            self.noticed = event.recorded
        default:
            return nil
        }
    }
}
