import Redressal

/// How somebody is spoken to: in which language.
struct Speech: Sendable {
    let messages: MessageSet
    let language: String

    /// What is said under a key; the key itself where nobody wrote it, which tests look for.
    func callAsFunction(_ key: String, count: Int? = nil, _ values: [String: String] = [:]) -> String {
        self.messages.text(key, in: self.language, count: count, values) ?? key
    }

    /// What is said under a key, if anybody wrote it.
    func known(_ key: String) -> String? { self.messages.text(key, in: self.language) }

    var isRightToLeft: Bool { self.messages.catalogue(self.language)?.isRightToLeft ?? false }
}
