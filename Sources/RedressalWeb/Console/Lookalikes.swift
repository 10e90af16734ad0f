import Redressal

/// Cases that may be about the same thing: of the same kind, at the same place, filed within a fortnight of each other.
///
/// What is shown of them is what every list shows; who complained is not.
enum Lookalikes {
    /// The field of the action that joins a case with another.
    static let field: FieldName = "duplicate_of"
    /// Where a problem is, and of what kind it is.
    private static let fields = ["problem_location", "category"]
    /// How far apart they may have been filed, in milliseconds: a fortnight.
    private static let window: Int64 = 14 * 86_400_000
    /// The most that are shown.
    private static let most = 5

    /// What to look for; nil while the place is not known.
    ///
    /// - Parameter state: The case, with the fields open that the reader may read.
    static func query(for state: CaseState) -> SearchQuery? {
        guard state.fields[self.fields[0]]?.text?.isEmpty == false else { return nil }
        let words = self.fields.compactMap { state.fields[$0]?.text }.joined(separator: " ")
        return try? SearchQuery(String(String.UnicodeScalarView(words.unicodeScalars.prefix(SearchQuery.longest))))
    }

    static func pick(_ found: [CaseListing], besides state: CaseState) -> [CaseListing] {
        let near = found.filter { listing in
            listing.id != state.id && abs(listing.opened.milliseconds(to: state.opened)) <= self.window
        }
        return Array(near.prefix(self.most))
    }
}
