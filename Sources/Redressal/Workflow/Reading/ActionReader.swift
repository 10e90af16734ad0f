import Yams

/// Reads `actions`.
struct ActionReader {
    let log: ReadingLog
    let names: DefinitionNames

    /// The keys the reader knows; the editors' schema lists the same.
    static let keys = [
        "do", "title", "from", "to", "by", "when", "fields", "emit", "assign", "severity", "office", "extend",
        "escalate", "acknowledge", "spawn", "signal", "timer", "not_same_person_as", "approves",
        "rare", "owed",
    ]

    /// The actions in the order of the file.
    func actions(_ node: Node, _ root: MappingReader) -> [Action] {
        guard case .sequence = node else {
            self.log.error("wrong-type", "expected a list of actions but found \(node.kind)", at: node)
            return []
        }
        return root.items(node, path: "actions").enumerated().compactMap { index, item in
            MappingReader(item, path: "actions.\(index)", log: self.log).flatMap(self.action)
        }
    }

    private func action(_ map: MappingReader) -> Action? {
        map.allow(Self.keys, former: ["action": "do", "guard": "when", "roles": "by", "event": "emit", "name": "do"])
        let name = map.required("do").flatMap { node in
            map.text(node).flatMap { map.isName($0, at: node) ? $0 : nil }
        }
        let from = map.required("from") == nil ? [] : self.from(map)
        let to = map.required("to").flatMap { self.destination($0, map) }
        let by = map.required("by") == nil ? [] : self.roles(map)
        let emit = map.required("emit").flatMap { self.event($0, map) }
        let timer = self.timer(map)
        let rule = map.node("when").flatMap { self.guardRule($0, map) }
        let fields = map.node("fields").map { self.fields($0, map) } ?? []
        let effects = EffectsReader(log: self.log, names: self.names).effects(map, fields)
        let others = self.actionNames("not_same_person_as", map)
        let approves = self.actionNames("approves", map)
        guard let name, let to, let emit else { return nil }
        return Action(
            name: ActionName(name), title: map.text("title"), from: from, to: to, by: by, guardRule: rule,
            fields: fields, emit: emit, effects: effects, timer: timer, notSamePersonAs: others, approves: approves,
            isRare: map.flag("rare"), owed: map.node("owed").flatMap { self.owed($0, map) })
    }

    /// The states in the order of the file, `any_open` spelt out, each once.
    private func from(_ map: MappingReader) -> [StateName] {
        var states: [StateName] = []
        for (text, node) in map.texts("from") {
            let named: [StateName]
            if text == "any_open" {
                named = self.names.openStates
            } else {
                guard map.isKnown(text, "state", self.names.states + ["any_open"], at: node) else { continue }
                named = [StateName(text)]
            }
            states += named.filter { !states.contains($0) }
        }
        return states
    }

    private func destination(_ node: Node, _ map: MappingReader) -> Action.Destination? {
        guard let text = map.text(node, "a state, $same or $previous") else { return nil }
        switch text {
        case "$same": return .same
        case "$previous": return .previous
        default:
            let known = self.names.states + ["$same", "$previous"]
            return map.isKnown(text, "state", known, at: node) ? .state(StateName(text)) : nil
        }
    }

    private func roles(_ map: MappingReader) -> [Role] {
        let roles = map.texts("by").filter { map.isKnown($0.text, "role", self.names.roles, at: $0.node) }
        if map.items("by").isEmpty, let node = map.node("by") {
            self.log.error("bad-value", "expected at least one role but found none", at: node)
        }
        return roles.map { Role($0.text) }
    }

    private func event(_ node: Node, _ map: MappingReader) -> String? {
        guard let text = map.text(node) else { return nil }
        guard Identifier.isUpperCamelCase(text) else {
            self.log.error(
                "bad-name", "expected an event's name such as ResolutionProposed but found '\(text)'", at: node)
            return nil
        }
        return text
    }

    private func timer(_ map: MappingReader) -> Bool {
        guard let node = map.node("timer"), let text = map.text(node) else { return false }
        if text == "sla" { return true }
        self.log.error("bad-value", "expected 'sla', the stage's clock, but found '\(text)'", at: node)
        return false
    }

    private func actionNames(_ key: String, _ map: MappingReader) -> [ActionName] {
        map.texts(key)
            .filter { map.isKnown($0.text, "action", self.names.actions, at: $0.node) }
            .map { ActionName($0.text) }
    }
}
