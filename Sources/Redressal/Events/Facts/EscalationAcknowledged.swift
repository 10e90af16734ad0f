/// The holder of an escalation confirmed to have taken it up.
package struct EscalationAcknowledged: Hashable, Sendable, Codable {
    package let clock: ClockName
    package let generation: Int
    package let level: Int
    /// The ladder's remaining steps, now by their own time and no longer by the wait for an answer.
    package let timers: [TimerFact]

    package init(clock: ClockName, generation: Int, level: Int, timers: [TimerFact]) {
        self.clock = clock
        self.generation = generation
        self.level = level
        self.timers = timers
    }
}
