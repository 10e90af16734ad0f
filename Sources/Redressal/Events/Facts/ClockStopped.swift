/// A clock ended, with its timers and its ladder.
package struct ClockStopped: Hashable, Sendable, Codable {
    package let clock: ClockName
    package let at: Instant
    /// Whether the deadline had passed by then; judged by the due instant, not by when it was noticed.
    package let breached: Bool
    /// The ladder's highest level raised while it ran; zero for none.
    package let level: Int

    package init(clock: ClockName, at: Instant, breached: Bool, level: Int) {
        self.clock = clock
        self.at = at
        self.breached = breached
        self.level = level
    }
}
