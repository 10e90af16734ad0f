extension WorkflowChecks {
    /// A case that an action opens gets fields that it has, of the types that they have, and all that it requires.
    mutating func check(_ spawn: Spawn, of action: Action, at path: String) {
        guard let other = self.workflow(named: spawn.workflow, at: "\(path).workflow") else { return }
        for (name, source) in spawn.fields.sorted(by: { $0.key < $1.key }) {
            let place = "\(path).fields.\(name)"
            guard let target = other.field(name) else {
                let names = other.fields.map(\.name.rawValue)
                self.report(
                    "unknown-field",
                    "expected a field of \(spawn.workflow) but found '\(name)'\(Suggestion.text(name.rawValue, names))",
                    at: place)
                continue
            }
            if let held = self.definition.field(source) { self.check(held, fits: target, of: other, action, at: place) }
        }
        for field in other.fields where field.isRequired && spawn.fields[field.name] == nil {
            self.report(
                "spawn-field", "expected a value for \(field.name), which \(spawn.workflow) requires",
                at: "\(path).fields")
        }
    }

    /// What an action only passes on reaches the case that it opens; it would be lost otherwise.
    mutating func checkPassedOn(_ action: Action, at path: String) {
        let passed = action.effects.spawn?.sources ?? []
        for use in action.fields where self.definition.field(use.name)?.passes == true && !passed.contains(use.name) {
            self.report(
                "passed-nowhere", "expected '\(action.name)' to pass \(use.name) on to a case it opens but it does not",
                at: "\(path).\(use.name)")
        }
    }

    private mutating func check(
        _ held: Field, fits target: Field, of other: WorkflowDefinition, _ action: Action, at place: String
    ) {
        if held.type != target.type || held.isPersonal != target.isPersonal {
            self.report(
                "spawn-field",
                "expected a field of type \(target.kind) for \(target.name) of \(other.name) but \(held.name) is \(held.kind)",
                at: place)
            return
        }
        let unknown = target.values.isEmpty ? [] : Set(held.values).subtracting(target.values).sorted()
        if !unknown.isEmpty || (held.values.isEmpty && !target.values.isEmpty) {
            self.report(
                "spawn-field",
                "expected \(held.name) to hold only codes that \(target.name) of \(other.name) has but found "
                    + (unknown.isEmpty ? "any" : unknown.joined(separator: ", ")), at: place)
        }
        let isGiven = held.isRequired || action.fields.contains { $0.name == held.name && $0.isRequired }
        if target.isRequired, !isGiven {
            self.report(
                "spawn-field",
                "expected '\(action.name)' to require \(held.name), for \(other.name) requires \(target.name)",
                at: place)
        }
    }
}

extension Field {
    /// The type, and whether it is sealed.
    fileprivate var kind: String { self.isPersonal && !self.type.isFreeText ? "personal \(self.type)" : "\(self.type)" }
}
