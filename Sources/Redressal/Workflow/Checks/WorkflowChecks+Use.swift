extension WorkflowChecks {
    /// Every role and field is there for something.
    mutating func checkUse() {
        let guarded = Set(self.definition.actions.compactMap(\.guardRule?.expression).flatMap(\.names))
        let roles = Set(self.definition.actions.flatMap(\.by).map(\.rawValue))
        let told = Set(self.definition.chains.values.flatMap(\.levels).map(\.to))
        for (index, role) in self.definition.roles.enumerated() where role != .system {
            let isUsed =
                roles.contains(role.rawValue) || told.contains(role.rawValue) || guarded.contains(role.rawValue)
            guard !isUsed else { continue }
            self.report(
                "unused-role", "expected an action, guard or ladder to use the role \(role) but nothing does",
                at: "roles.\(index)", .warning)
        }
        let fields = self.usedFields
        for field in self.definition.fields where !field.isRequired {
            guard !fields.contains(field.name), !guarded.contains(field.name.rawValue) else { continue }
            self.report(
                "unused-field", "expected an action, guard or clock to use the field \(field.name) but nothing does",
                at: "fields.\(field.name)", .warning)
        }
    }

    private var usedFields: Set<FieldName> {
        var used = Set(self.definition.actions.flatMap(\.fields).map(\.name))
        used.formUnion(self.definition.actions.flatMap { $0.effects.fields })
        used.formUnion(self.definition.fields.compactMap(\.subject))
        used.formUnion(self.definition.parties.values)
        used.formUnion(self.definition.states.flatMap(\.shows))
        let targets =
            self.definition.states.compactMap(\.target) + [self.definition.total?.target].compactMap(\.self)
            + self.definition.profiles.values.flatMap { Array($0.targets.values) + [$0.total].compactMap(\.self) }
        for case .field(let name) in targets { used.insert(name) }
        return used
    }

    /// Events have names of their own, in the past tense.
    mutating func checkEvents() {
        var users: [String: ActionName] = [:]
        for (index, action) in self.definition.actions.enumerated() {
            let path = "actions.\(index).emit"
            if !PastTense.isPast(action.emit) {
                self.report(
                    "emit-name", "expected an event in the past tense such as NoteAdded but found '\(action.emit)'",
                    at: path, .warning)
            }
            if let other = users[action.emit], other != action.name {
                self.report(
                    "emit-name", "expected an event of its own but \(other) emits \(action.emit) too", at: path,
                    .warning)
            }
            users[action.emit] = users[action.emit] ?? action.name
        }
    }
}

extension Action.Effects {
    /// The fields that the effects read.
    fileprivate var fields: [FieldName] {
        var fields = [self.severity, self.office, self.extend?.reason].compactMap(\.self)
        if case .field(let name)? = self.assign { fields.append(name) }
        if case .until(let name)? = self.extend?.amount { fields.append(name) }
        if case .field(let name)? = self.signal?.target { fields.append(name) }
        return fields + (self.spawn?.sources ?? [])
    }
}
