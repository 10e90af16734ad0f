/// A clock ran out.
package struct DeadlineBreached: Hashable, Sendable, Codable {
    package let clock: ClockName
    package let generation: Int
    /// The deadline; breach is judged by it.
    package let due: Instant
    /// When the engine took note; the difference is lateness, not breach.
    package let detected: Instant
    package let ladder: String?
    package let timers: [TimerFact]

    package init(
        clock: ClockName, generation: Int, due: Instant, detected: Instant, ladder: String?, timers: [TimerFact]
    ) {
        self.clock = clock
        self.generation = generation
        self.due = due
        self.detected = detected
        self.ladder = ladder
        self.timers = timers
    }
}
