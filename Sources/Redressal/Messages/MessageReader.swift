import Yams

/// Reads a catalogue of messages from YAML and says all that is wrong with it.
package struct MessageReader {
    private let log: ReadingLog

    private static let keys = ["language", "name", "direction", "draft", "messages"]

    /// Which way a language is written.
    private enum Direction: String, CaseIterable {
        case ltr, rtl
    }

    /// Reads the text of one language's file.
    ///
    /// - Parameter file: The name that findings give.
    /// - Returns: Nil when there was any error, and everything found wrong, in the order of the file.
    package static func read(_ text: String, file: String) -> (catalogue: MessageCatalogue?, findings: [Finding]) {
        let log = ReadingLog(file: file)
        let catalogue = MessageReader(log: log).catalogue(text)
        return (log.findings.hasErrors ? nil : catalogue, log.findings.sorted())
    }

    private func catalogue(_ text: String) -> MessageCatalogue? {
        guard let root = YAMLDocument.root(of: text, log: self.log),
            let map = MappingReader(root, path: "", log: self.log)
        else { return nil }
        map.allow(Self.keys)
        guard let language = map.required("language").flatMap({ map.text($0) }),
            let name = map.required("name").flatMap({ map.text($0) }),
            let node = map.required("messages")
        else { return nil }
        let direction: Direction? = map.choice("direction")
        var messages: [String: Message] = [:]
        self.add(node, key: "", rule: PluralRule(language: language), to: &messages)
        return MessageCatalogue(
            language: language, name: name, isRightToLeft: direction == .rtl, isDraft: map.flag("draft"),
            messages: messages)
    }

    /// A mapping is a group of messages, or the forms of one where every key is the name of a form.
    private func add(_ node: Node, key: String, rule: PluralRule, to messages: inout [String: Message]) {
        if case .scalar(let scalar) = node, !key.isEmpty {
            messages[key] = .text(scalar.string)
            return
        }
        guard let map = MappingReader(node, path: key, log: self.log) else { return }
        let forms = map.entries.compactMap { PluralCategory(rawValue: $0.key) }
        guard !forms.isEmpty, forms.count == map.entries.count else {
            for entry in map.entries { self.add(entry.value, key: map.path(entry.key), rule: rule, to: &messages) }
            return
        }
        guard Set(forms) == Set(rule.categories) else {
            let wanted = rule.categories.map(\.rawValue).joined(separator: " and ")
            self.log.error(
                "plural", "expected the forms \(wanted) but found \(forms.map(\.rawValue).joined(separator: ", "))",
                at: node)
            return
        }
        let texts = map.entries.compactMap { entry in
            map.text(entry.value).flatMap { text in PluralCategory(rawValue: entry.key).map { ($0, text) } }
        }
        messages[key] = .plural(Dictionary(texts) { $1 })
    }
}
