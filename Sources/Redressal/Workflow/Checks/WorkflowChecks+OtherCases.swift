extension WorkflowChecks {
    /// The cases that actions open or signal follow workflows that exist.
    mutating func checkOtherCases() {
        for (index, action) in self.definition.actions.enumerated() {
            self.checkPassedOn(action, at: "actions.\(index).fields")
            if let spawn = action.effects.spawn { self.check(spawn, of: action, at: "actions.\(index).spawn") }
            if let signal = action.effects.signal { self.check(signal, at: "actions.\(index).signal") }
        }
    }

    private mutating func check(_ signal: Signal, at path: String) {
        let workflow = signal.workflow ?? self.definition.name
        // Only this file's own actions are at hand: two workflows may signal to each other.
        guard self.workflow(named: workflow, at: "\(path).workflow") != nil, workflow == self.definition.name else {
            return
        }
        let receivers = self.definition.actions(named: signal.action)
        guard !receivers.isEmpty else {
            let names = self.definition.actions.map(\.name.rawValue)
            self.report(
                "unknown-action",
                "expected an action but found '\(signal.action)'\(Suggestion.text(signal.action.rawValue, names))",
                at: "\(path).do")
            return
        }
        if !receivers.contains(where: { $0.by.contains(.system) }) {
            self.report(
                "signal-role", "expected \(signal.action) to be open to system, which sends the signal",
                at: "\(path).do")
        }
    }

    /// Another workflow, or this one; nil after a report.
    mutating func workflow(named name: String, at path: String) -> WorkflowDefinition? {
        if name == self.definition.name { return self.definition }
        if let other = self.known.first(where: { $0.name == name }) { return other }
        let names = self.known.map(\.name).sorted()
        self.report(
            "unknown-workflow", "expected a known workflow but found '\(name)'\(Suggestion.text(name, names))", at: path
        )
        return nil
    }
}
