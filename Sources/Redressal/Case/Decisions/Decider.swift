/// Decides commands: pure, and the only place where events come from.
package struct Decider: Sendable {
    let context: DecisionContext

    package init(_ context: DecisionContext) { self.context = context }

    /// What follows from a command.
    ///
    /// - Parameters:
    ///   - command: The request, with its times and ids.
    ///   - state: The case as its events so far have it; nil when there is no such case.
    /// - Returns: The decision; without events when the command asks for what is already so.
    /// - Throws: ``Rejection`` with the reason; the case is unchanged.
    package func decide(_ command: Command, on state: CaseState?) throws(Rejection) -> Decision {
        try self.checkHistory(command, state)
        if let expected = command.expected, expected != state?.seq ?? 0 {
            throw Rejection(
                .stale, "expected the case to be at event \(expected) but it is at \(state?.seq ?? 0): read it again")
        }
        var decision = Decision(command.following(state), state: state, context: self.context)
        if case .open(let request) = command.request {
            guard command.case.text.utf8.count <= CaseID.longest else {
                throw Rejection(
                    .malformed,
                    "expected a case id of at most \(CaseID.longest) bytes but found \(command.case.text.utf8.count)")
            }
            try self.open(request, in: &decision)
            return decision
        }
        guard let state else {
            throw Rejection(.unknownCase, "expected an existing case but there is no case '\(command.case)'")
        }
        if state.historical, !command.request.isTimer { try self.catchUp(to: command.occurred, in: &decision) }
        switch command.request {
        case .open: break
        case .act(let request): try self.act(request, in: &decision)
        case .fireTimer(let request): try self.fire(request, in: &decision)
        case .notify(let request): try self.note(request, in: &decision)
        case .endHistory(let request): try self.endHistory(request, in: &decision)
        case .recomputeClocks: try self.recompute(in: &decision)
        case .migrate(let request): try self.migrate(request, in: &decision)
        }
        return decision
    }

    /// Only an importer may vouch for a past, and only for cases that are in it.
    ///
    /// A past may step back: real logs do, and what they say is kept as they say it.
    private func checkHistory(_ command: Command, _ state: CaseState?) throws(Rejection) {
        guard let vouched = command.vouched else { return }
        guard self.context.catalog.org.person(vouched)?.roles.contains("importer") == true else {
            throw Rejection(
                .historyNotAllowed, "expected an account with the role importer to vouch for it but found '\(vouched)'")
        }
        if let state, !state.historical {
            throw Rejection(
                .historyNotAllowed, "expected a case whose history is open but the history of '\(state.id)' has ended")
        }
    }

    private func endHistory(_ request: EndHistory, in decision: inout Decision) throws(Rejection) {
        guard decision.command.historical else {
            throw Rejection(.historyNotAllowed, "expected somebody who vouches for the past to end it but nobody does")
        }
        if request.live { try decision.add(.historyEnded(HistoryEnded(at: decision.command.occurred))) }
    }

    /// The workflow version that a case runs under.
    func workflow(of state: CaseState) throws(Rejection) -> WorkflowDefinition {
        guard let workflow = self.context.catalog.workflow(state.workflow) else {
            throw Rejection(
                .unknownWorkflow,
                "expected workflow \(state.workflow.name) version \(state.workflow.version) to be published but it is not"
            )
        }
        return workflow
    }

    /// The workflow's variation for a case's severity.
    func profile(of state: CaseState, in workflow: WorkflowDefinition) -> Profile? {
        state.severity.flatMap { workflow.profile(forSeverity: $0) }
    }

    /// The calendar that a case's clocks run on.
    func calendar(of state: CaseState, in workflow: WorkflowDefinition) throws(Rejection) -> BusinessCalendar {
        let choice = workflow.calendar(under: self.profile(of: state, in: workflow))
        let id: String
        switch choice {
        case .named(let name): id = name
        case .office:
            guard let office = self.context.catalog.org.office(state.office) else {
                throw Rejection(.unknownOffice, "expected a known office but found '\(state.office)'")
            }
            id = office.calendar
        }
        guard let calendar = self.context.catalog.calendar(id) else {
            throw Rejection(.unknownOffice, "expected calendar '\(id)' to be published but it is not")
        }
        return calendar
    }
}
