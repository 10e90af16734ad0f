/// A clock began to count towards a target.
package struct ClockStarted: Hashable, Sendable, Codable {
    package let clock: ClockName
    /// Counts up every time this clock is armed anew, so that an old timer is recognised as old.
    package let generation: Int
    /// The target as the workflow writes it: `5bd`, or `$planned_end` for an instant the case holds.
    package let target: String
    /// The ladder that a breach of this clock climbs.
    package let ladder: String?
    package let calendar: CalendarReference
    package let from: Instant
    package let due: Instant
    /// The whole target: working milliseconds for business targets, wall milliseconds for others.
    package let length: Int64
    package let timers: [TimerFact]

    package init(
        clock: ClockName, generation: Int, target: String, ladder: String?, calendar: CalendarReference, from: Instant,
        due: Instant, length: Int64, timers: [TimerFact]
    ) {
        self.clock = clock
        self.generation = generation
        self.target = target
        self.ladder = ladder
        self.calendar = calendar
        self.from = from
        self.due = due
        self.length = length
        self.timers = timers
    }
}
