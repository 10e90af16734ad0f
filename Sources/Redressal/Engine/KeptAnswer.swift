/// An answer that no event tells of: of a command that was refused, or that changed nothing.
package struct KeptAnswer: Hashable, Sendable {
    package let `case`: CaseID
    package let command: CommandID
    package let answer: Answer

    package init(case id: CaseID, command: CommandID, answer: Answer) {
        self.case = id
        self.command = command
        self.answer = answer
    }
}
