/// Words to find cases by; all of them have to be in a case.
package struct SearchQuery: Hashable, Sendable {
    /// The most code points that are taken.
    package static let longest = 200

    /// Why words cannot be searched for.
    package enum Refusal: Error, Hashable, Sendable {
        /// There is no letter and no digit in them.
        case noWord
        case tooLong
    }

    package let terms: Set<SearchTerm>

    /// - Throws: ``Refusal``.
    package init(_ words: String) throws(Refusal) {
        guard words.unicodeScalars.count <= Self.longest else { throw .tooLong }
        self.terms = Set(SearchTerms.asked(words).map { .word($0) })
        guard !self.terms.isEmpty else { throw .noWord }
    }
}

extension SearchQuery.Refusal: CustomStringConvertible {
    /// What was expected; the words themselves may be a name or a number, and are not repeated.
    package var description: String {
        switch self {
        case .noWord: "expected at least one word or number to search for but found none"
        case .tooLong: "expected at most \(SearchQuery.longest) characters to search for but found more"
        }
    }
}
