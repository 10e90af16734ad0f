/// Which cases to list; what is nil does not matter.
package struct CaseFilter: Hashable, Sendable {
    package var workflow: String?
    package var office: String?
    package var state: String?
    /// Whether closed cases are listed too.
    package var closed = false
    /// Whether only breached ones are.
    package var overdue = false
    /// Whether only those nobody could take are.
    package var orphans = false
    /// The only offices whose cases are listed; nil for all.
    package var offices: [String]?
    /// Accounts and posts: cases that complain about one of them are left out.
    package var hiddenRespondents: [String] = []

    package init() {}
}
