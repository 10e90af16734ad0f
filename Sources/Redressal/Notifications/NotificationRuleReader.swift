import Yams

/// Reads `rules`: each `{when: opened, tell: party, template: filed}`, with `event` or `state` in the place of `when`.
struct NotificationRuleReader {
    /// The workflow that they are about; nil leaves names unchecked.
    let workflow: WorkflowDefinition?
    let isPartyReached: Bool
    let templates: Set<String>?
    let log: ReadingLog

    func rules(_ nodes: [Node]) -> [NotificationRule] {
        nodes.enumerated().compactMap { index, node in
            guard let map = MappingReader(node, path: "rules.\(index)", log: self.log) else { return nil }
            map.allow(["when", "event", "state", "tell", "template", "urgent"], former: ["to": "tell", "on": "event"])
            let trigger = self.trigger(map)
            let audience = map.required("tell").flatMap { self.audience($0, map) }
            let template = map.required("template").flatMap { self.template($0, map) }
            let isUrgent = map.flag("urgent")
            guard let trigger, let audience, let template else { return nil }
            return NotificationRule(trigger, tell: audience, template: template, isUrgent: isUrgent)
        }
    }

    private func trigger(_ map: MappingReader) -> NotificationTrigger? {
        let given = ["when", "event", "state"].filter { map.node($0) != nil }
        guard let key = given.first, let node = map.node(key), given.count == 1 else {
            let found = given.isEmpty ? "none" : given.joined(separator: " and ")
            self.log.error("bad-value", "expected one of when, event and state but found \(found)", at: map.node)
            return nil
        }
        guard key != "when" else { return (map.choice("when") as NotificationTrigger.Moment?).map { .moment($0) } }
        guard let name = map.text(node) else { return nil }
        let known = key == "event" ? self.workflow?.actions.map(\.emit) : self.workflow?.stateNames
        if let known, !map.isKnown(name, key, known, at: node) { return nil }
        return key == "event" ? .event(name) : .state(StateName(name))
    }

    private func audience(_ node: Node, _ map: MappingReader) -> NotificationRule.Audience? {
        guard let text = map.text(node) else { return nil }
        switch text {
        case "party":
            guard self.isPartyReached else {
                self.log.error(
                    "missing-key",
                    "expected the key 'party' to say how the case's people are reached but it is missing",
                    at: node)
                return nil
            }
            return .party
        case "holder": return .holder
        case "raised":
            guard map.text("when") == NotificationTrigger.Moment.escalated.rawValue else {
                self.log.error(
                    "bad-value", "expected 'raised' only with `when: escalated` but found another moment", at: node)
                return nil
            }
            return .raised
        default:
            guard let workflow else { return .role(text) }
            let known = ["party", "holder", "raised"] + workflow.roles.map(\.rawValue) + workflow.posts
            return map.isKnown(text, "role", known, at: node) ? .role(text) : nil
        }
    }

    private func template(_ node: Node, _ map: MappingReader) -> String? {
        guard let name = map.text(node) else { return nil }
        guard let templates else { return name }
        return map.isKnown(name, "text", templates.sorted(), at: node) ? name : nil
    }
}
