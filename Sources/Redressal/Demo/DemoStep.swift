/// One command of the demo, with the moment of its story it belongs to and what to tell about it.
package struct DemoStep: Sendable {
    /// The instant in the demo's own past.
    package let at: Instant
    package let draft: CommandDraft
    /// A sentence for whoever watches; nil where the step speaks for itself.
    package let line: String?

    init(at: Instant, draft: CommandDraft, line: String?) {
        self.at = at
        self.draft = draft
        self.line = line
    }
}
