/// A duty that a ladder took to somebody else while whoever had it was silent.
package struct UnansweredDuty: Hashable, Sendable {
    package let role: String
    /// Who was told.
    package let user: String
    /// When they were told.
    package let raised: Instant

    /// The duty that stood, not acknowledged, when an event raised the next one of the same clock.
    ///
    /// - Parameters:
    ///   - seq: The number of the event that raised the next one.
    ///   - timeline: The case's events in order.
    /// - Returns: Nil when it was the clock's first one, or the one before was acknowledged.
    package init?(before seq: Int, in timeline: [TimelineEntry]) {
        var standing: [ClockName: UnansweredDuty] = [:]
        for record in timeline.lazy.map(\.record) {
            switch record.event {
            case .clockStarted(let facts): standing[facts.clock] = nil
            case .clockStopped(let facts): standing[facts.clock] = nil
            case .escalationAcknowledged(let facts): standing[facts.clock] = nil
            case .escalationRaised(let facts):
                guard record.seq < seq else {
                    guard record.seq == seq, let duty = standing[facts.clock] else { return nil }
                    self = duty
                    return
                }
                standing[facts.clock] = UnansweredDuty(facts, at: record.occurred)
            default: break
            }
        }
        return nil
    }

    private init(_ facts: EscalationRaised, at instant: Instant) {
        self.role = facts.role
        self.user = facts.user
        self.raised = instant
    }
}
