/// A command as somebody hands it in: personal fields still in clear.
package struct CommandDraft: Sendable {
    package let command: Command
    /// Whose key seals its personal fields, unless a field names its own subject; nil lets the case's id stand for the
    /// person.
    package let subject: String?
    /// The account that hands it in, where it is another than the actor's: a service that acts for a party.
    package let sender: String?

    package init(_ command: Command, subject: String? = nil, sender: String? = nil) {
        self.command = command
        self.subject = subject
        self.sender = sender
    }
}
