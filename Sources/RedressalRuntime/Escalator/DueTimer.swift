import Redressal

/// A timer whose instant has passed.
package struct DueTimer: Hashable, Sendable {
    package let `case`: CaseID
    package let timer: TimerID
    package let generation: Int
    package let due: Instant

    package init(case id: CaseID, timer: TimerID, generation: Int, due: Instant) {
        self.case = id
        self.timer = timer
        self.generation = generation
        self.due = due
    }

    /// The command that fires it; its id follows from the timer, so that sending it twice is one command.
    func command(at now: Instant) -> Command {
        Command(
            id: CommandID(DerivedID.uuid("fire", self.case.text, self.timer.description, String(self.generation))),
            case: self.case, actor: .system, channel: "system", occurred: now,
            request: .fireTimer(FireTimer(timer: self.timer, generation: self.generation)))
    }
}
