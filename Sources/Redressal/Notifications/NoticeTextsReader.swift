import Yams

/// Reads the texts of one language from YAML, and says all that is wrong with them.
struct NoticeTextsReader {
    let log: ReadingLog

    /// What texts may hold; anything else in braces is a slip of the pen.
    private static let placeholders = ["reference", "count", "link"]
    private static let rightToLeft: Set<String> = ["ar", "bal", "fa", "ps", "sd", "skr", "ur"]

    /// - Parameter file: The name that findings give.
    static func read(_ text: String, file: String) -> NoticeTextsReading {
        let log = ReadingLog(file: file)
        let texts = NoticeTextsReader(log: log).texts(text)
        return NoticeTextsReading(
            texts: log.findings.hasErrors ? nil : texts, findings: log.findings.sorted(), map: log.map)
    }

    private func texts(_ text: String) -> NoticeTexts? {
        guard let root = YAMLDocument.root(of: text, log: self.log),
            let map = MappingReader(root, path: "", log: self.log)
        else { return nil }
        map.allow(["kind", "language", "version", "checked", "texts"], former: ["messages": "texts"])
        map.checkKind("texts")
        let language = map.required("language").flatMap { map.text($0) }
        let version = map.required("version").flatMap { _ in map.positive("version") }
        let texts = map.required("texts").map { self.texts($0, in: language ?? "") } ?? [:]
        guard let language, let version else { return nil }
        return NoticeTexts(
            language: language, version: version, isChecked: map.flag("checked"),
            isRightToLeft: Self.rightToLeft.contains(language.split(separator: "-").first.map(String.init) ?? ""),
            texts: texts)
    }

    private func texts(_ node: Node, in language: String) -> [String: [PluralCategory: String]] {
        guard let map = MappingReader(node, path: "texts", log: self.log) else { return [:] }
        var texts: [String: [PluralCategory: String]] = [:]
        for entry in map.entries where map.isName(entry.key, at: entry.keyNode) {
            texts[entry.key] = self.forms(entry, map, PluralRule(language: language).categories)
        }
        return texts
    }

    /// One text, or one for each plural form of the language.
    private func forms(
        _ entry: MappingReader.Entry, _ map: MappingReader, _ categories: [PluralCategory]
    ) -> [PluralCategory: String]? {
        guard case .mapping = entry.value else { return self.text(entry.value, map).map { [.other: $0] } }
        guard let own = MappingReader(entry.value, path: map.path(entry.key), log: self.log) else { return nil }
        own.allow(categories.map(\.rawValue))
        var forms: [PluralCategory: String] = [:]
        for category in categories {
            forms[category] = own.required(category.rawValue).flatMap { self.text($0, own) }
        }
        return forms
    }

    private func text(_ node: Node, _ map: MappingReader) -> String? {
        guard let text = map.text(node) else { return nil }
        for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            let name = String(part.prefix { $0 != "}" })
            guard part.contains("}"), Self.placeholders.contains(name) else {
                let known = Self.placeholders.map { "{\($0)}" }.joined(separator: ", ")
                self.log.error(
                    "unknown-placeholder",
                    "expected \(known) but found '{\(name)'\(Suggestion.text(name, Self.placeholders))", at: node)
                return nil
            }
        }
        return text
    }
}
