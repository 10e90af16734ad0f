import Yams

/// Whose turn it is in a state, and what they are shown.
extension StateReader {
    func waitsFor(_ map: MappingReader) -> [Role] {
        map.texts("waits_for").filter { map.isKnown($0.text, "role", self.clocks.names.roles, at: $0.node) }
            .map { Role($0.text) }
    }

    func shows(_ map: MappingReader) -> [FieldName] {
        if let place = map.node("shows"), map.node("waits_for") == nil {
            self.clocks.log.error("missing-key", "expected 'waits_for' beside 'shows' but it is missing", at: place)
        }
        return map.texts("shows").compactMap { self.shown($0.text, at: $0.node, map) }
    }

    /// A field that a list may show: neither sealed nor only passed on.
    private func shown(_ name: String, at node: Node, _ map: MappingReader) -> FieldName? {
        let fields = self.clocks.names.fields
        guard map.isKnown(name, "field", fields.keys.map(\.rawValue), at: node), let field = fields[FieldName(name)]
        else { return nil }
        if field.isPersonal {
            self.clocks.log.error(
                "bad-value", "expected a field that lists may show but \(name) is personal and sealed", at: node)
        }
        if field.passes {
            self.clocks.log.error(
                "bad-value", "expected a field that the case keeps but \(name) is only passed on", at: node)
        }
        return field.name
    }
}
