/// A paused clock went on counting, with a later due instant.
package struct ClockResumed: Hashable, Sendable, Codable {
    package enum Reason: String, Sendable, Codable {
        /// The case left the waiting state.
        case left
        /// The longest pause allowed was reached.
        case cap
        /// Its target changed during the pause; another pause follows.
        case retargeted
    }

    package let clock: ClockName
    package let generation: Int
    package let reason: Reason
    package let at: Instant
    package let due: Instant
    package let calendar: CalendarReference
    /// How long this pause lasted by the wall clock, in milliseconds.
    package let paused: Int64
    /// How much of that was working time, in milliseconds.
    package let pausedWorking: Int64
    package let timers: [TimerFact]

    package init(
        clock: ClockName, generation: Int, reason: Reason, at: Instant, due: Instant, calendar: CalendarReference,
        paused: Int64, pausedWorking: Int64, timers: [TimerFact]
    ) {
        self.clock = clock
        self.generation = generation
        self.reason = reason
        self.at = at
        self.due = due
        self.calendar = calendar
        self.paused = paused
        self.pausedWorking = pausedWorking
        self.timers = timers
    }

    private enum CodingKeys: String, CodingKey {
        case clock, generation, reason, at, due, calendar, paused, timers
        case pausedWorking = "paused_working"
    }
}
