extension Decider {
    /// Moves a case to another version of its workflow; its clocks run on as they are.
    func migrate(_ request: MigrateCase, in decision: inout Decision) throws(Rejection) {
        guard let state = decision.state else { return }
        guard let target = self.context.catalog.workflow(named: state.workflow.name, version: request.version) else {
            throw Rejection(
                .unknownWorkflow,
                "expected version \(request.version) of \(state.workflow.name) to be published but it is not")
        }
        guard target.pin != state.workflow else { return }
        try self.checkLane(of: state.office, for: target, field: nil)
        let name = request.states[state.state] ?? state.state
        guard let newState = target.state(StateName(name)) else {
            throw Rejection(
                .unmappable,
                "expected a state of version \(request.version) for cases in \(state.state) but found '\(name)'")
        }
        guard newState.isOpen == (state.closed == nil) else {
            throw Rejection(
                .unmappable, "expected '\(name)' to be \(state.closed == nil ? "open" : "final") like \(state.state)")
        }
        if let previous = state.previous, target.state(StateName(request.states[previous] ?? previous)) == nil {
            throw Rejection(.unmappable, "expected a state for the case's previous state \(previous) but there is none")
        }
        try decision.add(
            .workflowVersionChanged(
                WorkflowVersionChanged(from: state.workflow, to: target.pin, oldState: state.state, state: name)))
    }
}
