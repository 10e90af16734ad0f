/// Which cases to list; what is nil does not matter.
package struct CaseFilter: Hashable, Sendable {
    package var workflow: String?
    package var office: String?
    package var state: String?
    package var severity: String?
    /// The account or the post that holds them.
    package var assignee: String?
    /// Cases whose earliest deadline does not lie before this instant.
    package var dueFrom: Instant?
    /// Cases whose earliest deadline lies before this instant.
    package var dueBefore: Instant?
    /// Whether closed cases are listed too.
    package var closed = false
    /// Whether only breached ones are.
    package var overdue = false
    /// Whether only those nobody could take are.
    package var orphans = false
    /// The only offices whose cases are listed; nil for all.
    package var offices: [String]?
    /// Accounts and posts: only cases that one of them holds are listed, whichever their office; nil for all.
    package var heldBy: [String]?
    /// The only steps at which cases are listed, which no search goes by; nil for all.
    package var steps: [CaseStep]?
    /// Accounts and posts: cases that complain about one of them are left out.
    package var hiddenRespondents: [String] = []
    /// Cases that crossed it are left out.
    package var border = LaneBorder()

    package init() {}
}
