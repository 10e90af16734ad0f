/// Questions to the read model of the access log, which follows it a little behind.
package protocol AccessViews: Sendable {
    /// Entries, the latest first.
    ///
    /// - Parameters:
    ///   - cursor: Where the page before ended; nil begins with the latest.
    ///   - limit: The most to give.
    ///   - shown: An entry as whoever asks is shown it; nil leaves it out, and the page is filled with others.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now, and what `shown` throws.
    func entries(
        _ question: AccessQuestion, after cursor: AccessCursor?, limit: Int,
        as shown: (AccessEntry) async throws -> AccessEntry?
    ) async throws -> AccessPage
}

extension AccessViews {
    /// The same of all entries, as they are.
    package func entries(
        _ question: AccessQuestion, after cursor: AccessCursor?, limit: Int
    ) async throws -> AccessPage {
        try await self.entries(question, after: cursor, limit: limit) { $0 }
    }
}

/// Which entries to give; what is nil does not matter.
package struct AccessQuestion: Hashable, Sendable {
    package var `case`: CaseID?
    /// Who did it; of a sign-in that was refused, the name that was typed.
    package var account: String?
    package var from: Instant?
    /// The first instant that does not belong to it.
    package var to: Instant?

    package init(case id: CaseID? = nil, account: String? = nil, from: Instant? = nil, to: Instant? = nil) {
        self.case = id
        self.account = account
        self.from = from
        self.to = to
    }
}

/// Some entries, and where the next page begins.
package struct AccessPage: Hashable, Sendable {
    package let entries: [AccessEntry]
    /// Nil when there are no more.
    package let next: AccessCursor?

    package init(entries: [AccessEntry], next: AccessCursor?) {
        self.entries = entries
        self.next = next
    }
}
