/// An escalation found nobody up to the ladder's end: the case waits in the orphans' queue.
package struct CaseOrphaned: Hashable, Sendable, Codable {
    package let clock: ClockName
    package let generation: Int
    package let ladder: String
    package let skipped: [SkippedStep]
    package let due: Instant

    package init(clock: ClockName, generation: Int, ladder: String, skipped: [SkippedStep], due: Instant) {
        self.clock = clock
        self.generation = generation
        self.ladder = ladder
        self.skipped = skipped
        self.due = due
    }
}
