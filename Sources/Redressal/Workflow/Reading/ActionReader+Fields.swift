import Yams

extension ActionReader {
    /// The keys of a field that an action narrows; the editors' schema lists the same.
    static let useKeys = ["required", "values"]

    /// Reads an action's `fields`: a mapping from the field to `required`, `optional`, or what may be given.
    func fields(_ node: Node, _ map: MappingReader) -> [FieldUse] {
        guard let own = MappingReader(node, path: map.path("fields"), log: self.log) else { return [] }
        return own.entries.compactMap { entry in
            let known = self.names.fields.keys.map(\.rawValue)
            guard own.isKnown(entry.key, "field", known, at: entry.keyNode) else { return nil }
            if case .mapping = entry.value { return self.use(entry, in: own) }
            guard let text = own.text(entry.value, "required or optional") else { return nil }
            guard ["required", "optional"].contains(text) else {
                self.log.error("bad-value", "expected required or optional but found '\(text)'", at: entry.value)
                return nil
            }
            return FieldUse(name: FieldName(entry.key), isRequired: text == "required")
        }
    }

    /// Reads `{required: true, values: [absent, workload]}`.
    private func use(_ entry: MappingReader.Entry, in map: MappingReader) -> FieldUse? {
        guard let own = MappingReader(entry.value, path: map.path(entry.key), log: self.log) else { return nil }
        own.allow(Self.useKeys)
        let values = own.texts("values")
        if let field = self.names.fields[FieldName(entry.key)], let node = own.node("values") {
            if field.type != .code {
                self.log.error(
                    "bad-value", "expected the type code with 'values' but \(entry.key) is \(field.type)", at: node)
            }
            for value in values where !field.values.isEmpty && !field.values.contains(value.text) {
                self.log.error(
                    "bad-value",
                    "expected one of the field's own values but found '\(value.text)'"
                        + Suggestion.text(value.text, field.values), at: value.node)
            }
        }
        return FieldUse(name: FieldName(entry.key), isRequired: own.flag("required"), values: values.map(\.text))
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
