import Yams

/// Reads `$field`, the reference to a field whose value is used.
struct FieldReference {
    let log: ReadingLog
    let fields: [FieldName: Field]

    /// The field, if it is declared and of one of the types; no types allow any.
    func read(_ node: Node, _ map: MappingReader, _ types: [FieldType] = []) -> FieldName? {
        guard let text = map.text(node, "a field such as $assignee") else { return nil }
        guard text.hasPrefix("$") else {
            self.log.error("bad-value", "expected a field such as $assignee but found '\(text)'", at: node)
            return nil
        }
        return self.named(String(text.dropFirst()), node, map, types)
    }

    /// The field of a bare name, if it is declared and of one of the types; no types allow any.
    func named(_ name: String, _ node: Node, _ map: MappingReader, _ types: [FieldType] = []) -> FieldName? {
        guard map.isKnown(name, "field", self.fields.keys.map(\.rawValue), at: node),
            let field = self.fields[FieldName(name)]
        else { return nil }
        guard types.isEmpty || types.contains(field.type) else {
            let wanted = types.map(\.description).joined(separator: " or ")
            self.log.error(
                "bad-value", "expected a field of type \(wanted) but \(name) is \(field.type)", at: node)
            return nil
        }
        guard types.isEmpty || !field.isPersonal else {
            self.log.error(
                "bad-value", "expected a field the engine can read but \(name) is personal and sealed", at: node)
            return nil
        }
        return field.name
    }
}
