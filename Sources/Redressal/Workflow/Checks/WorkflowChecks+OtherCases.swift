extension WorkflowChecks {
    /// The cases that actions open or signal follow workflows that exist.
    mutating func checkOtherCases() {
        for (index, action) in self.definition.actions.enumerated() {
            if let spawn = action.effects.spawn { self.check(spawn, at: "actions.\(index).spawn") }
            if let signal = action.effects.signal { self.check(signal, at: "actions.\(index).signal") }
        }
    }

    private mutating func check(_ spawn: Spawn, at path: String) {
        guard self.isKnown(spawn.workflow, at: "\(path).workflow") else { return }
        // Only this file's own fields are at hand; another workflow checks the values when the case is opened.
        guard spawn.workflow == self.definition.name else { return }
        let names = self.definition.fields.map(\.name.rawValue)
        for name in spawn.fields.keys.sorted() where self.definition.field(name) == nil {
            self.report(
                "unknown-field",
                "expected a field of \(spawn.workflow) but found '\(name)'\(Suggestion.text(name.rawValue, names))",
                at: "\(path).fields.\(name)")
        }
        for field in self.definition.fields where field.isRequired && spawn.fields[field.name] == nil {
            self.report(
                "spawn-field", "expected a value for \(field.name), which \(spawn.workflow) requires",
                at: "\(path).fields")
        }
    }

    private mutating func check(_ signal: Signal, at path: String) {
        let workflow = signal.workflow ?? self.definition.name
        guard self.isKnown(workflow, at: "\(path).workflow"), workflow == self.definition.name else { return }
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

    private mutating func isKnown(_ workflow: String, at path: String) -> Bool {
        guard workflow != self.definition.name, !self.known.contains(workflow) else { return true }
        self.report(
            "unknown-workflow",
            "expected a known workflow but found '\(workflow)'\(Suggestion.text(workflow, self.known))", at: path)
        return false
    }
}
