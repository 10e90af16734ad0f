/// Which duties to list; what is nil does not matter.
package struct EscalationFilter: Hashable, Sendable {
    /// The account that they were given to.
    package var holder: String?
    /// Whether those whose clock has stopped are left out.
    package var open = true
    /// The only offices whose cases' duties are listed, besides those of ``heldBy``; nil for all.
    package var offices: [String]?
    /// Accounts and posts whose own cases' duties are listed, whichever the office.
    package var heldBy: [String] = []
    /// Accounts and posts: duties in cases that complain about one of them are left out.
    package var hiddenRespondents: [String] = []
    /// Duties in cases that crossed it are left out.
    package var border = LaneBorder()

    package init() {}
}

/// A place in a list of duties: right after one of them.
package struct EscalationCursor: Hashable, Sendable {
    package let raised: Instant
    package let id: CaseID
    package let seq: Int

    package init(raised: Instant, id: CaseID, seq: Int) {
        self.raised = raised
        self.id = id
        self.seq = seq
    }
}
