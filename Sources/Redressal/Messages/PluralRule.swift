/// Which form of a word goes with a whole number, language by language.
///
/// From CLDR's supplemental data `plurals.xml` (version 44), for the languages that there are catalogues of.
package struct PluralRule: Hashable, Sendable {
    /// The forms that a message has to have, in CLDR's order.
    package let categories: [PluralCategory]
    private let kind: Kind

    private enum Kind {
        /// One form for every number.
        case always
        /// One for 1 alone.
        case one
        /// One for 0 and 1.
        case zeroAndOne
    }

    /// - Parameter language: A language tag such as `ps`; its region does not matter. Others follow the rule of English.
    package init(language: String) {
        self.kind =
            switch language.prefix(while: { $0 != "-" }) {
            case "km", "lo", "my", "th", "vi", "zh", "ja", "ko", "id": .always
            case "fa", "hi", "bn", "pa", "ti", "am", "fr", "hy", "kab": .zeroAndOne
            default: .one
            }
        self.categories = self.kind == .always ? [.other] : [.one, .other]
    }

    /// The form for so many.
    package func category(of count: Int) -> PluralCategory {
        switch self.kind {
        case .always: .other
        case .one: count.magnitude == 1 ? .one : .other
        case .zeroAndOne: count.magnitude <= 1 ? .one : .other
        }
    }
}
