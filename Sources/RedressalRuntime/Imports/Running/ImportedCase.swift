import Redressal

/// What a file says of one case: commands to send, and rows that cannot be sent.
package struct ImportedCase: Sendable {
    /// What the source calls the case.
    package let label: String
    /// In the order of the file; the first opens the case.
    ///
    /// Empty when there is nothing to send.
    package let steps: [ImportStep]
    package let rejected: [ImportRejection]

    package init(_ label: String, steps: [ImportStep], rejected: [ImportRejection]) {
        self.label = label
        self.steps = steps
        self.rejected = rejected
    }
}

/// One row of a file as a command.
package struct ImportStep: Sendable {
    /// The line that it comes from.
    package let line: Int
    package let draft: CommandDraft

    package init(line: Int, _ command: Command, subject: String? = nil) {
        self.line = line
        self.draft = CommandDraft(command, subject: subject)
    }
}
