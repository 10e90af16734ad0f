import Yams

/// Reads what an action does besides moving the case.
struct EffectsReader {
    let log: ReadingLog
    let names: DefinitionNames

    private var reference: FieldReference { FieldReference(log: self.log, fields: self.names.fields) }

    /// The effects of an action that may set these fields.
    func effects(_ map: MappingReader, _ fields: [FieldUse]) -> Action.Effects {
        Action.Effects(
            assign: map.node("assign").flatMap { self.assign($0, map) },
            severity: map.node("severity").flatMap { self.reference.read($0, map, [.code, .string]) },
            office: map.node("office").flatMap { self.reference.read($0, map, [.office]) },
            extend: map.node("extend").flatMap { self.extend($0, map, fields) },
            escalate: map.flag("escalate"), acknowledge: map.flag("acknowledge"),
            spawn: map.node("spawn").flatMap { self.spawn($0, map) },
            signal: map.node("signal").flatMap { self.signal($0, map) })
    }

    private func assign(_ node: Node, _ map: MappingReader) -> AssignRule? {
        switch map.text(node, "actor, nobody or a field such as $assignee") {
        case "actor": return .actor
        case "nobody": return .nobody
        case nil: return nil
        default: return self.reference.read(node, map, [.user, .post]).map { .field($0) }
        }
    }

    private func extend(_ node: Node, _ map: MappingReader, _ fields: [FieldUse]) -> Extension? {
        guard let own = MappingReader(node, path: map.path("extend"), log: self.log) else { return nil }
        own.allow(["clock", "by", "until", "reason"])
        let clock: ClockName? = own.required("clock") == nil ? nil : own.choice("clock")
        let reason = own.required("reason").flatMap { node in
            self.reference.read(node, own).map { ($0, node) }
        }
        if let reason, !fields.contains(where: { $0.name == reason.0 && $0.isRequired }) {
            self.log.error(
                "bad-value", "expected the action to require \(reason.0) but more time would need no reason",
                at: reason.1)
        }
        guard let clock, let reason, let amount = self.amount(own) else { return nil }
        return Extension(clock: clock, amount: amount, reason: reason.0)
    }

    private func amount(_ map: MappingReader) -> Extension.Amount? {
        switch (map.node("by"), map.node("until")) {
        case (let by?, nil): return map.span(by).map { .by($0) }
        case (nil, let until?): return self.reference.read(until, map, [.instant, .date]).map { .until($0) }
        case (nil, nil), (_?, _?):
            self.log.error("missing-key", "expected either 'by' or 'until' in extend", at: map.node)
            return nil
        }
    }

    private func spawn(_ node: Node, _ map: MappingReader) -> Spawn? {
        guard let own = MappingReader(node, path: map.path("spawn"), log: self.log) else { return nil }
        own.allow(["workflow", "relation", "fields", "channel", "occurred", "of"])
        let workflow = own.required("workflow").flatMap { own.text($0) }
        let relation = own.required("relation").flatMap { node in
            own.text(node).flatMap { own.isName($0, at: node) ? $0 : nil }
        }
        let fields = own.node("fields").map { self.copies($0, own) } ?? [:]
        guard let workflow, let relation else { return nil }
        return Spawn(
            workflow: workflow, relation: relation, fields: fields,
            channel: own.node("channel").flatMap { node in
                own.text(node).flatMap { own.isName($0, at: node) ? $0 : nil }
            },
            occurred: own.node("occurred").flatMap { self.reference.read($0, own, [.date, .instant]) },
            of: own.node("of").flatMap { self.reference.read($0, own, [.integer]) })
    }

    private func copies(_ node: Node, _ map: MappingReader) -> [FieldName: FieldName] {
        guard let own = MappingReader(node, path: map.path("fields"), log: self.log) else { return [:] }
        var copies: [FieldName: FieldName] = [:]
        for entry in own.entries where own.isName(entry.key, at: entry.keyNode) {
            copies[FieldName(entry.key)] = self.reference.read(entry.value, own)
        }
        return copies
    }

    private func signal(_ node: Node, _ map: MappingReader) -> Signal? {
        guard let own = MappingReader(node, path: map.path("signal"), log: self.log) else { return nil }
        own.allow(["to", "workflow", "do"])
        let target = own.required("to").flatMap { self.signalTarget($0, own) }
        let action = own.required("do").flatMap { node in
            own.text(node).flatMap { own.isName($0, at: node) ? $0 : nil }
        }
        guard let target, let action else { return nil }
        return Signal(target: target, workflow: own.text("workflow"), action: ActionName(action))
    }

    /// A field such as `$duplicate_of`, or the name of a relation.
    private func signalTarget(_ node: Node, _ map: MappingReader) -> Signal.Target? {
        guard let text = map.text(node) else { return nil }
        if text.hasPrefix("$") { return self.reference.read(node, map, [.reference]).map { .field($0) } }
        return map.isKnown(text, "relation", self.names.relations, at: node) ? .relation(text) : nil
    }
}
