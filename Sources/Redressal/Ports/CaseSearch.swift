/// The way to find cases by words that are in them, sealed fields included; the index follows the read models a little behind.
package protocol CaseSearch: Sendable {
    /// Cases that have all the words, the least time left first.
    ///
    /// - Parameter limit: The most to give.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func find(_ query: SearchQuery, in filter: CaseFilter, limit: Int) async throws -> CaseFindings
}

/// What a search found.
package struct CaseFindings: Hashable, Sendable, Codable {
    package let cases: [CaseListing]
    /// Whether there is no other case that fits; otherwise there may be more, and more words find less.
    package let complete: Bool

    package init(cases: [CaseListing], complete: Bool) {
        self.cases = cases
        self.complete = complete
    }
}
