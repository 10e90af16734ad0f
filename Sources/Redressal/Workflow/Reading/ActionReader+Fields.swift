import Yams

extension ActionReader {
    /// Reads an action's `fields`: a mapping from the field to `required` or `optional`.
    func fields(_ node: Node, _ map: MappingReader) -> [FieldUse] {
        guard let own = MappingReader(node, path: map.path("fields"), log: self.log) else { return [] }
        return own.entries.compactMap { entry in
            let known = self.names.fields.keys.map(\.rawValue)
            guard own.isKnown(entry.key, "field", known, at: entry.keyNode),
                let text = own.text(entry.value, "required or optional")
            else { return nil }
            guard ["required", "optional"].contains(text) else {
                self.log.error("bad-value", "expected required or optional but found '\(text)'", at: entry.value)
                return nil
            }
            return FieldUse(name: FieldName(entry.key), isRequired: text == "required")
        }
    }

    /// Reads an action's `when`, and reports every mistake in it at its own place.
    func guardRule(_ node: Node, _ map: MappingReader) -> Guard? {
        guard let text = map.text(node, "a guard such as \"has(reason_code)\""), case .scalar(let scalar) = node else {
            return nil
        }
        let place = GuardPlace(scalar, at: node.location, in: self.log.lines)
        do throws(GuardError) {
            let expression = try GuardParser.parse(text)
            for error in GuardTypeChecker.errors(in: expression, scope: self.names.scope) { self.report(error, place) }
            return Guard(source: text, expression: expression, location: place.location(of: 0))
        } catch {
            self.report(error, place)
            return nil
        }
    }

    private func report(_ error: GuardError, _ place: GuardPlace) {
        self.log.error(error.kind.rawValue, error.message, at: place.location(of: error.offset))
    }
}
