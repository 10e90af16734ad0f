/// Whose deeds an auditor looks for, and in which time; one of account and post has to be named.
package struct TouchQuestion: Hashable, Sendable {
    package let scope: AuditScope
    package var account: String?
    package var post: String?
    /// Deeds that happened, as claimed, or were recorded from this instant on.
    package var from: Instant?
    /// Deeds that happened, as claimed, or were recorded before this instant.
    package var to: Instant?

    package init(
        _ scope: AuditScope, account: String? = nil, post: String? = nil, from: Instant? = nil, to: Instant? = nil
    ) {
        self.scope = scope
        self.account = account
        self.post = post
        self.from = from
        self.to = to
    }
}

/// Where a part of the cases that somebody touched ended.
package struct TouchCursor: Hashable, Sendable {
    package let last: Instant
    package let id: CaseID

    package init(last: Instant, id: CaseID) {
        self.last = last
        self.id = id
    }
}
