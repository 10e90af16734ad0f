/// A running clock's due instant was moved by an explicit decision.
package struct ClockMoved: Hashable, Sendable, Codable {
    package enum Reason: String, Sendable, Codable {
        /// Somebody entitled to gave more time.
        case extended
        /// A new version of the calendar was applied.
        case recomputed
        /// The severity or the office changed, and with it the target.
        case retargeted
    }

    package let clock: ClockName
    package let generation: Int
    package let reason: Reason
    package let target: String
    /// The ladder that a breach climbs; a new severity may bring another one.
    package let ladder: String?
    package let calendar: CalendarReference
    package let at: Instant
    package let old: Instant
    package let due: Instant
    /// The whole target: working milliseconds for business targets, wall milliseconds for others.
    package let length: Int64
    package let timers: [TimerFact]

    package init(
        clock: ClockName, generation: Int, reason: Reason, target: String, ladder: String?,
        calendar: CalendarReference, at: Instant, old: Instant, due: Instant, length: Int64, timers: [TimerFact]
    ) {
        self.clock = clock
        self.generation = generation
        self.reason = reason
        self.target = target
        self.ladder = ladder
        self.calendar = calendar
        self.at = at
        self.old = old
        self.due = due
        self.length = length
        self.timers = timers
    }
}
