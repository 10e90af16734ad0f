/// A case as it stood at some point of the log, and what its commands were answered until then.
package struct CaseSnapshot: Sendable {
    /// Nil for a case that was not opened.
    package var state: CaseState?
    package var answers: [CommandID: Answer]

    package init(state: CaseState? = nil, answers: [CommandID: Answer] = [:]) {
        self.state = state
        self.answers = answers
    }
}
