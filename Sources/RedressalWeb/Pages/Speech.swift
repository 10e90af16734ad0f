import Redressal

/// How somebody is spoken to: in which language.
struct Speech: Sendable {
    let messages: MessageSet
    let language: String
    /// Whether it is to a case's own people, who are asked for their name and not for the complainant's.
    var isToParties = false

    /// What is said under a key; the key itself where nobody wrote it, which tests look for.
    func callAsFunction(_ key: String, count: Int? = nil, _ values: [String: String] = [:]) -> String {
        self.messages.text(key, in: self.language, count: count, values) ?? key
    }

    /// What is said under a key, if anybody wrote it.
    func known(_ key: String) -> String? { self.messages.text(key, in: self.language) }

    /// Why something was refused, in words for people where there are any.
    func rejection(_ rejection: Rejection) -> String {
        self.known("rejections.\(rejection.code.rawValue)") ?? rejection.message
    }

    var isRightToLeft: Bool { self.messages.catalogue(self.language)?.isRightToLeft ?? false }
}
