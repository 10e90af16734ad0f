import Yams

/// Reads the services of a programme's section `open311`.
struct Open311ServiceReader {
    let log: ReadingLog
    /// The offices that the programme declares.
    let offices: [String]
    /// The workflows that the section maps.
    let workflows: [String]

    private static let keys = [
        "name", "description", "group", "keywords", "notice", "workflow", "office", "place", "public", "set",
        "attributes",
    ]

    /// Whether a request has to say where.
    private enum Place: String, CaseIterable {
        case required
        case optional
    }

    /// Reads `{street-light: {name: Street lights, workflow: complaint, office: cell, set: {category: lights}}}`.
    func services(_ node: Node, path: String) -> [Open311Service] {
        guard let map = MappingReader(node, path: path, log: self.log) else { return [] }
        return map.entries.compactMap { entry in
            guard self.isCode(entry.key, at: entry.keyNode),
                let own = MappingReader(entry.value, path: map.path(entry.key), log: self.log)
            else { return nil }
            return self.service(entry.key, own)
        }
    }

    private func service(_ code: String, _ map: MappingReader) -> Open311Service? {
        map.allow(Self.keys, former: ["fields": "set", "location": "place", "metadata": "attributes"])
        let name = map.required("name").flatMap { map.text($0) }
        let workflow = self.reference("workflow", among: self.workflows, in: map)
        let office = self.reference("office", among: self.offices, in: map)
        let place: Place? = map.choice("place")
        let presets = map.node("set").map { self.texts($0, path: map.path("set")) } ?? []
        let attributes = map.node("attributes").map { self.attributes($0, path: map.path("attributes")) } ?? []
        let (keywords, isPublic) = (map.texts("keywords").map(\.text), map.flag("public"))
        let texts = (map.text("description"), map.text("group"), map.text("notice"))
        guard let name, let workflow, let office else { return nil }
        return Open311Service(
            code: code, name: name, description: texts.0, group: texts.1, keywords: keywords, notice: texts.2,
            workflow: workflow, office: office, needsPlace: place != .optional, isPublic: isPublic,
            presets: Dictionary(presets.map { ($0.key, $0.name) }) { $1 }, attributes: attributes)
    }

    /// Reads `{LANGUAGE: {description: Which language?, field: language, datatype: singlevaluelist, values: {en: English}}}`.
    private func attributes(_ node: Node, path: String) -> [Open311Attribute] {
        guard let map = MappingReader(node, path: path, log: self.log) else { return [] }
        return map.entries.compactMap { entry in
            guard self.isCode(entry.key, at: entry.keyNode),
                let own = MappingReader(entry.value, path: map.path(entry.key), log: self.log)
            else { return nil }
            return self.attribute(entry.key, own)
        }
    }

    private func attribute(_ code: String, _ map: MappingReader) -> Open311Attribute? {
        map.allow(["description", "hint", "field", "datatype", "required", "values"])
        let description = map.required("description").flatMap { map.text($0) }
        let field = map.required("field").flatMap { map.text($0) }
        let datatype: Open311Attribute.Datatype? = map.required("datatype").flatMap { _ in map.choice("datatype") }
        let choices = map.node("values").map { self.texts($0, path: map.path("values")) } ?? []
        let (hint, isRequired) = (map.text("hint"), map.flag("required"))
        guard let description, let field, let datatype else { return nil }
        if datatype.isList == choices.isEmpty {
            let wanted = datatype.isList ? "the key 'values' with" : "no 'values' without"
            self.log.error(
                "bad-value", "expected \(wanted) the datatype singlevaluelist or multivaluelist but found another",
                at: map.node)
        }
        return Open311Attribute(
            code: code, description: description, hint: hint, field: field, datatype: datatype, isRequired: isRequired,
            choices: choices)
    }

    private func texts(_ node: Node, path: String) -> [Open311Attribute.Choice] {
        guard let map = MappingReader(node, path: path, log: self.log) else { return [] }
        return map.entries.compactMap { entry in
            map.text(entry.value).map { Open311Attribute.Choice(key: entry.key, name: $0) }
        }
    }

    private func reference(_ key: String, among known: [String], in map: MappingReader) -> String? {
        guard let node = map.required(key), let text = map.text(node), map.isKnown(text, key, known, at: node) else {
            return nil
        }
        return text
    }

    /// Codes stand in paths, in lists with commas and in brackets.
    private func isCode(_ text: String, at node: Node) -> Bool {
        let isPlain = { (byte: UInt8) in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard 1...64 ~= text.utf8.count, text.utf8.allSatisfy(isPlain) else {
            self.log.error(
                "bad-name", "expected a code of letters, digits, '-' and '_' such as street-light but found '\(text)'",
                at: node)
            return false
        }
        return true
    }
}
