/// Checks that fields are what a workflow says they are.
struct FieldCheck {
    private let workflow: WorkflowDefinition
    private let isHistorical: Bool

    /// - Parameter isHistorical: Whether the values come from another system, which has codes of its own shape.
    init(_ workflow: WorkflowDefinition, isHistorical: Bool) {
        self.workflow = workflow
        self.isHistorical = isHistorical
    }

    /// - Throws: ``Rejection`` for a field that is unknown, missing, of the wrong type or not sealed.
    func checkOpening(_ fields: [String: FieldValue]) throws(Rejection) {
        for field in self.workflow.fields where field.isRequired {
            try self.require(field.name, in: fields, for: "open a \(self.workflow.name)")
        }
        for name in fields.keys.sorted() where self.workflow.field(FieldName(name))?.passes == true {
            throw Rejection(
                .unknownField, "expected '\(name)' with the action that passes it on but found it when the case opens",
                field: name)
        }
        try self.checkValues(fields)
    }

    /// - Throws: As above, and for a field that the action may not set.
    func check(_ fields: [String: FieldValue], of action: Action) throws(Rejection) {
        for use in action.fields where use.isRequired {
            try self.require(use.name, in: fields, for: "do '\(action.name)'")
        }
        let allowed = Set(action.fields.map(\.name.rawValue))
        for name in fields.keys.sorted() where !allowed.contains(name) {
            let names = allowed.sorted().joined(separator: ", ")
            throw Rejection(
                .unknownField,
                "expected \(allowed.isEmpty ? "no fields" : "only the fields \(names)") for '\(action.name)' but found '\(name)'"
                    + Suggestion.text(name, allowed),
                field: name)
        }
        try self.checkValues(fields, asked: action.fields)
    }

    private func require(_ name: FieldName, in fields: [String: FieldValue], for what: String) throws(Rejection) {
        guard fields[name.rawValue]?.isEmpty == false else {
            throw Rejection(
                .missingField, "expected '\(name)' to be filled in to \(what) but it is empty", field: name.rawValue)
        }
    }

    /// - Parameter uses: How an action asks for them.
    private func checkValues(_ fields: [String: FieldValue], asked uses: [FieldUse] = []) throws(Rejection) {
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            guard let field = self.workflow.field(FieldName(name)) else {
                throw Rejection(
                    .unknownField,
                    "expected a field of \(self.workflow.name) but found '\(name)'"
                        + Suggestion.text(name, self.workflow.fields.map(\.name.rawValue)), field: name)
            }
            let use = uses.first { $0.name == field.name }
            try self.check(value, as: field.type, use.map { field.asked(by: $0) } ?? field)
        }
    }

    private func check(_ value: FieldValue, as type: FieldType, _ field: Field) throws(Rejection) {
        if case .list(let item) = type, case .list(let values) = value, !field.isPersonal {
            for value in values { try self.check(value, as: item, field) }
            return
        }
        if field.isPersonal {
            guard case .sealed = value else {
                throw Rejection(
                    .notSealed, "expected personal field '\(field.name)' to be sealed but it is in clear",
                    field: field.name.rawValue)
            }
            return
        }
        guard type.holds(value, values: field.values) else {
            throw Rejection(
                .wrongType,
                "expected \(type.expectation(values: field.values)) in '\(field.name)' but found \(value.kindOfValue)",
                field: field.name.rawValue)
        }
        if !self.isHistorical, let text = value.text, !text.isEmpty, !type.isPlain(text) {
            throw Rejection(
                .wrongType,
                "expected \(type.expectation(values: field.values)) without blanks in '\(field.name)' but found another text: "
                    + "names and numbers of people belong in personal fields", field: field.name.rawValue)
        }
        if let text = value.text, let longest = field.maxLength, text.count > longest {
            throw Rejection(
                .tooLong, "expected at most \(longest) characters in '\(field.name)' but found \(text.count)",
                field: field.name.rawValue)
        }
    }
}
