/// What is said to people in one language, as a translator keeps it in a file.
package struct MessageCatalogue: Hashable, Sendable {
    /// The language's tag (BCP 47), such as `ur`.
    package let language: String
    /// The language's name in itself.
    package let name: String
    package let isRightToLeft: Bool
    /// Whether a machine drafted it and no speaker has checked it yet.
    package let isDraft: Bool
    /// By key, its parts joined by dots: `track.title`.
    package let messages: [String: Message]

    package init(
        language: String, name: String, isRightToLeft: Bool = false, isDraft: Bool = false,
        messages: [String: Message]
    ) {
        self.language = language
        self.name = name
        self.isRightToLeft = isRightToLeft
        self.isDraft = isDraft
        self.messages = messages
    }

    /// The message of a key with its places filled in; nil when there is none.
    ///
    /// - Parameter count: The number that decides between forms, and fills `{n}`.
    package func text(_ key: String, count: Int? = nil, _ values: [String: String] = [:]) -> String? {
        switch self.messages[key] {
        case .text(let text)?: Message.filled(text, values.merging(Self.number(count)) { $1 })
        case .plural(let forms)?:
            (forms[PluralRule(language: self.language).category(of: count ?? 0)] ?? forms[.other]).map {
                Message.filled($0, values.merging(Self.number(count)) { $1 })
            }
        case nil: nil
        }
    }

    private static func number(_ count: Int?) -> [String: String] { count.map { ["n": String($0)] } ?? [:] }
}
