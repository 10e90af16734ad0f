/// A clock stopped counting because the case waits for somebody outside the office.
package struct ClockPaused: Hashable, Sendable, Codable {
    package let clock: ClockName
    package let generation: Int
    /// The state that pauses it.
    package let reason: String
    package let at: Instant
    /// What is left of the target: working milliseconds for business targets, wall milliseconds for others.
    package let remaining: Int64
    /// Whether `remaining` counts working time.
    package let business: Bool
    /// The end of the longest pause allowed, when there is one.
    package let timers: [TimerFact]

    package init(
        clock: ClockName, generation: Int, reason: String, at: Instant, remaining: Int64, business: Bool,
        timers: [TimerFact]
    ) {
        self.clock = clock
        self.generation = generation
        self.reason = reason
        self.at = at
        self.remaining = remaining
        self.business = business
        self.timers = timers
    }
}
