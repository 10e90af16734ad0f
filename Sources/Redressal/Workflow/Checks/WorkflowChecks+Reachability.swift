extension WorkflowChecks {
    /// Every state can be reached, and from every state an end.
    mutating func checkReachability() {
        let ends = self.definition.states.filter { !$0.isOpen }.map(\.name)
        let ending = self.graph.reaching(ends)
        for state in self.definition.states {
            let path = "states.\(state.name)"
            if !self.reachable.contains(state.name) {
                self.report(
                    "unreachable-state", "expected an action that leads to \(state.name) but none does", at: path)
            } else if !ending.contains(state.name) {
                self.report("no-end", "expected a way from \(state.name) to a final state but there is none", at: path)
            }
        }
    }

    /// Every action can be done some time, and timers are the system's.
    mutating func checkActions() {
        for (index, action) in self.definition.actions.enumerated() {
            self.checkLife(of: action, at: "actions.\(index)")
            self.checkTimer(action, at: "actions.\(index)")
            self.checkApproval(of: action, at: "actions.\(index)")
        }
    }

    private mutating func checkLife(of action: Action, at path: String) {
        if action.guardRule?.expression.isNeverMet == true {
            self.report("dead-action", "expected a guard that can hold but this one never does", at: "\(path).when")
        }
        if !action.from.contains(where: self.reachable.contains) {
            self.report(
                "dead-action", "expected \(action.name) to start from a state that can be reached but none can",
                at: "\(path).from")
        }
        for name in action.from where self.definition.state(name)?.final == .closed {
            self.report(
                "leaves-final",
                "expected no action from \(name), which is final; write 'final: reopenable' if it may be left",
                at: "\(path).from")
        }
        if action.to == .previous {
            for name in action.from where self.graph.next(name).isEmpty {
                self.report(
                    "dead-action", "expected a state before \(name) to go back to but no action leads there",
                    at: "\(path).to")
            }
        }
    }

    private mutating func checkTimer(_ action: Action, at path: String) {
        guard action.timer else { return }
        if action.by != [.system] {
            self.report("timer-action", "expected a timer action by [system] alone", at: "\(path).by")
        }
        for name in action.from where self.definition.state(name)?.target == nil {
            self.report(
                "timer-action", "expected an sla in \(name), which this timer action waits for, but it has none",
                at: "\(path).timer")
        }
    }

    private mutating func checkApproval(of action: Action, at path: String) {
        for role in action.guardRule?.expression.approvingRoles ?? [] {
            let isGiven = self.definition.actions.contains { other in
                other.approves.contains(action.name) && other.by.contains(role)
                    && other.from.contains(where: action.from.contains)
            }
            guard !isGiven else { continue }
            self.report(
                "no-approval",
                "expected an action by \(role) with 'approves: \(action.name)' from the same state but there is none",
                at: "\(path).when")
        }
    }
}
