/// A second person was given the duty to see to an overdue case.
package struct EscalationRaised: Hashable, Sendable, Codable {
    package let clock: ClockName
    package let generation: Int
    package let level: Int
    package let ladder: String
    /// The seat the duty went to.
    package let role: String
    package let post: String
    package let office: String
    /// The holder at that moment.
    package let user: String
    package let effects: [String]
    /// The steps passed over, in order, and why.
    package let skipped: [SkippedStep]
    package let due: Instant
    package let timers: [TimerFact]

    package init(
        clock: ClockName, generation: Int, level: Int, ladder: String, role: String, post: String, office: String,
        user: String, effects: [String], skipped: [SkippedStep], due: Instant, timers: [TimerFact]
    ) {
        self.clock = clock
        self.generation = generation
        self.level = level
        self.ladder = ladder
        self.role = role
        self.post = post
        self.office = office
        self.user = user
        self.effects = effects
        self.skipped = skipped
        self.due = due
        self.timers = timers
    }
}
