import Yams

/// Reads `fields`: each a type, or a mapping with a type and what else holds.
struct FieldReader {
    let log: ReadingLog
    /// The workflow's `subject`, if it names one.
    let subject: FieldName?

    /// The keys the reader knows; the editors' schema lists the same.
    static let keys = ["type", "title", "required", "personal", "subject", "max_length", "values", "quorum", "passes"]

    /// The fields in the order of the file.
    func fields(_ node: Node) -> [Field] {
        guard let map = MappingReader(node, path: "fields", log: self.log) else { return [] }
        let fields = map.entries.compactMap { entry -> Field? in
            guard map.isName(entry.key, at: entry.keyNode, reserved: DefinitionNames.reservedForGuards) else {
                return nil
            }
            return self.field(entry, in: map)
        }
        self.checkSubjects(of: fields, map)
        return fields
    }

    private func field(_ entry: MappingReader.Entry, in map: MappingReader) -> Field? {
        if case .scalar = entry.value {
            // A field of a mistaken type is still declared: one mistake makes one message.
            let type = self.type(entry.value, map) ?? .string
            return Field(name: FieldName(entry.key), type: type, subject: type.isFreeText ? self.subject : nil)
        }
        guard let own = MappingReader(entry.value, path: map.path(entry.key), log: self.log) else { return nil }
        own.allow(Self.keys)
        let type = own.required("type").flatMap { self.type($0, own) } ?? .string
        let isPersonal = self.isPersonal(own, type)
        if own.flag("passes"), own.flag("required"), let node = own.node("required") {
            self.log.error(
                "bad-value", "expected a field that is only passed on not to be required when a case opens", at: node)
        }
        self.checkFit(own, type, isPersonal: isPersonal)
        return Field(
            name: FieldName(entry.key), title: own.text("title"), type: type, isRequired: own.flag("required"),
            isPersonal: isPersonal,
            subject: own.text("subject").map { FieldName($0) } ?? (isPersonal ? self.subject : nil),
            maxLength: own.positive("max_length"), values: own.texts("values").map(\.text),
            quorum: own.positive("quorum"), passes: own.flag("passes"))
    }

    private func type(_ node: Node, _ map: MappingReader) -> FieldType? {
        guard let text = map.text(node, "a type such as string or list of code") else { return nil }
        if let type = FieldType(text) { return type }
        let names = FieldType.scalars.map(\.description) + FieldType.scalars.map { "list of \($0)" }
        self.log.error(
            "bad-value",
            "expected a type such as string or list of code but found '\(text)'\(Suggestion.text(text, names))",
            at: node)
        return nil
    }

    private func isPersonal(_ map: MappingReader, _ type: FieldType) -> Bool {
        let isPersonal = map.flag("personal")
        if type.isFreeText, let node = map.node("personal"), !isPersonal {
            self.log.error(
                "bad-value", "expected free text to be personal but found \(node.kind): use string", at: node)
        }
        return isPersonal || type.isFreeText
    }

    private func checkFit(_ map: MappingReader, _ type: FieldType, isPersonal: Bool) {
        var item = type
        if case .list(let inner) = type { item = inner }
        let isList = item != type
        let misfits = [
            ("values", item == .code, "the type code"),
            ("max_length", item == .text || item == .string, "the type text or string"),
            ("quorum", isList, "a list"),
            ("subject", isPersonal, "a personal field"),
        ]
        for (key, fits, wanted) in misfits where !fits {
            guard let node = map.node(key) else { continue }
            self.log.error("bad-value", "expected \(wanted) with '\(key)' but the field is \(type)", at: node)
        }
    }

    private func checkSubjects(of fields: [Field], _ map: MappingReader) {
        for field in fields {
            guard let subject = field.subject, subject != self.subject,
                let node = map.node(field.name.rawValue), case .mapping = node,
                let own = MappingReader(node, path: map.path(field.name.rawValue), log: self.log),
                let place = own.node("subject")
            else { continue }
            Self.check(subject: subject, fields, own, at: place)
        }
    }

    /// Reports a subject that is not a field naming a person.
    static func check(subject: FieldName, _ fields: [Field], _ map: MappingReader, at node: Node) {
        guard map.isKnown(subject.rawValue, "field", fields.map(\.name.rawValue), at: node) else { return }
        guard let field = fields.first(where: { $0.name == subject }), ![.reference, .user].contains(field.type) else {
            return
        }
        map.log.error(
            "bad-value", "expected a field of type reference or user but \(subject) is \(field.type)", at: node)
    }
}
