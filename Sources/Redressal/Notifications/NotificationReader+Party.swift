import Yams

extension NotificationReader {
    /// Reads `{contact: safe_contact, language: language, consent: may_leave_message, anonymous: anonymous, by: sms}`.
    func party(_ node: Node, _ workflow: WorkflowDefinition?) -> NotificationRules.Party? {
        guard let map = MappingReader(node, path: "party", log: self.log) else { return nil }
        map.allow(["contact", "language", "consent", "anonymous", "by"], former: ["address": "contact"])
        guard map.required("contact") != nil,
            let contact = self.field("contact", map, workflow, "a personal field", { $0.isPersonal })
        else { return nil }
        return NotificationRules.Party(
            contact: contact,
            language: self.field("language", map, workflow, "a field that is not personal", { !$0.isPersonal }),
            consent: self.field("consent", map, workflow, "a boolean that is not personal", Self.isOpenFlag),
            anonymous: self.field("anonymous", map, workflow, "a boolean that is not personal", Self.isOpenFlag),
            medium: map.choice("by") ?? .sms)
    }

    private static func isOpenFlag(_ field: Field) -> Bool { field.type == .boolean && !field.isPersonal }

    /// The field that a key names, if it is one of the workflow's and of the right kind.
    private func field(
        _ key: String, _ map: MappingReader, _ workflow: WorkflowDefinition?, _ expected: String,
        _ fits: (Field) -> Bool
    ) -> FieldName? {
        guard let node = map.node(key), let name = map.text(node).map({ FieldName($0) }) else { return nil }
        guard let workflow else { return name }
        guard map.isKnown(name.rawValue, "field", workflow.fields.map(\.name.rawValue), at: node) else { return nil }
        guard let field = workflow.field(name), fits(field) else {
            self.log.error("wrong-type", "expected \(expected) for '\(key)' but '\(name)' is another", at: node)
            return nil
        }
        return name
    }
}
