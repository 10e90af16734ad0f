/// The texts of messages in one language: a published definition that a translator can edit.
package struct NoticeTexts: Hashable, Sendable {
    /// The text of an officer's message about several things.
    package static let digest = "digest"
    /// What is added where there is a page to open.
    package static let open = "open"

    /// A BCP 47 tag.
    package let language: String
    package let version: Int
    /// Whether somebody who speaks the language has checked the texts.
    package let isChecked: Bool
    /// Whether it is written from right to left.
    package let isRightToLeft: Bool
    /// By name, then by plural form.
    package let texts: [String: [PluralCategory: String]]

    package init(
        language: String, version: Int, isChecked: Bool, isRightToLeft: Bool,
        texts: [String: [PluralCategory: String]]
    ) {
        self.language = language
        self.version = version
        self.isChecked = isChecked
        self.isRightToLeft = isRightToLeft
        self.texts = texts
    }

    /// The message for one case, or for several.
    ///
    /// - Parameters:
    ///   - template: The text's name; of several things the digest's is taken instead.
    ///   - references: The tracking numbers of the cases.
    ///   - link: The page to open.
    /// - Returns: nil when there is no such text.
    package func message(_ template: String, about references: [String], link: String? = nil) -> String? {
        let name = references.count == 1 ? template : Self.digest
        guard let text = self.text(name, count: references.count) else { return nil }
        let open = link.flatMap { link in self.text(Self.open, count: 1)?.replacing("{link}", with: link) }
        return [text.replacing("{reference}", with: self.isolated(references.first ?? "")), open]
            .compactMap(\.self).joined(separator: " ")
    }

    private func text(_ name: String, count: Int) -> String? {
        let forms = self.texts[name]
        let text = forms?[PluralRule(language: self.language).category(of: count)] ?? forms?[.other]
        return text?.replacing("{count}", with: "\(count)")
    }

    /// A tracking number that stays in order between letters written the other way (Unicode Annex 9 §2.4).
    private func isolated(_ reference: String) -> String {
        self.isRightToLeft ? "\u{2066}\(reference)\u{2069}" : reference
    }
}
