/// Who is told of what, and in which words: the notifications that are published.
package struct NotificationBook: Sendable {
    private var rulesByWorkflow: [String: NotificationRules] = [:]
    private var textsByLanguage: [String: NoticeTexts] = [:]

    package init() {}

    /// Takes rules in; the highest version holds, for open cases too.
    package mutating func add(_ rules: NotificationRules) {
        guard rules.version >= self.rulesByWorkflow[rules.workflow]?.version ?? 0 else { return }
        self.rulesByWorkflow[rules.workflow] = rules
    }

    /// Takes texts in; the highest version of a language holds.
    package mutating func add(_ texts: NoticeTexts) {
        guard texts.version >= self.textsByLanguage[texts.language]?.version ?? 0 else { return }
        self.textsByLanguage[texts.language] = texts
    }

    package func rules(of workflow: String) -> NotificationRules? { self.rulesByWorkflow[workflow] }

    /// The texts in a language, or in what it is a kind of: `en` for `en-GB`.
    package func texts(in language: String) -> NoticeTexts? {
        self.textsByLanguage[language]
            ?? language.split(separator: "-").first.flatMap { self.textsByLanguage[String($0)] }
    }

    /// The languages that there are texts in, in order.
    package var languages: [String] { self.textsByLanguage.keys.sorted() }
}
