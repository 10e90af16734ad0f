/// A part of a list of cases.
package struct CasePage: Hashable, Sendable {
    package let cases: [CaseListing]
    /// Where the next part begins; nil when this is the last.
    package let next: CaseCursor?

    /// - Parameters:
    ///   - found: In their order, one more than the limit when there are more.
    ///   - limit: The most that a part holds, at least 1.
    package init(_ found: [CaseListing], limit: Int) {
        self.cases = Array(found.prefix(limit))
        self.next = found.count > limit ? self.cases.last.map { CaseCursor(after: $0) } : nil
    }
}
