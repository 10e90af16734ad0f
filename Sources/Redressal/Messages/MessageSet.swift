/// The catalogues of all languages; what a language has no words for is said in English.
package struct MessageSet: Sendable {
    /// The language that has every message.
    package static let complete = "en"

    private let catalogues: [String: MessageCatalogue]

    package init(_ catalogues: [MessageCatalogue]) {
        self.catalogues = Dictionary(catalogues.map { ($0.language, $0) }) { $1 }
    }

    /// English first, then the others by their tags.
    package var languages: [MessageCatalogue] {
        self.catalogues.values.sorted {
            ($0.language == Self.complete ? 0 : 1, $0.language) < ($1.language == Self.complete ? 0 : 1, $1.language)
        }
    }

    package func catalogue(_ language: String) -> MessageCatalogue? { self.catalogues[language] }

    /// The message of a key, in English where the language has none; nil when English has none either.
    package func text(
        _ key: String, in language: String, count: Int? = nil, _ values: [String: String] = [:]
    ) -> String? {
        self.catalogues[language]?.text(key, count: count, values)
            ?? self.catalogues[Self.complete]?.text(key, count: count, values)
    }

    /// What is wrong between a language and English: missing and surplus messages, and other places in them.
    package func differences(of language: String) -> [String] {
        guard let own = self.catalogues[language]?.messages, let english = self.catalogues[Self.complete]?.messages
        else {
            return ["expected catalogues of \(language) and \(Self.complete) but one is missing"]
        }
        let missing = english.keys.filter { own[$0] == nil }.map { "expected '\($0)' but it is missing" }
        let surplus = own.keys.filter { english[$0] == nil }.map { "expected a message of English but found '\($0)'" }
        let others = own.compactMap { key, message -> String? in
            guard let wanted = english[key], wanted.places.union(["n"]) != message.places.union(["n"]) else {
                return nil
            }
            let places = wanted.places.sorted().map { "{\($0)}" }.joined(separator: ", ")
            return "expected the places \(places.isEmpty ? "none" : places) in '\(key)' but found others"
        }
        return (missing + surplus + others).sorted()
    }
}
