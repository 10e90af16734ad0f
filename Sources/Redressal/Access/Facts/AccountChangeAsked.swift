/// Somebody who may is about to change who may come in, or how they sign in themselves; written before it is tried.
///
/// Whether it was done, ``AccountChanged`` says: without one it was refused, or nobody could write down any more that it was done.
package struct AccountChangeAsked: Hashable, Sendable, Codable {
    /// Whose account; nil for a token that is named by its id alone.
    package let subject: String?
    package let change: AccountChanged.Change
    /// The id of the token that is to end; one that is to be made has none yet.
    package let token: String?

    package init(subject: String?, change: AccountChanged.Change, token: String? = nil) {
        self.subject = subject
        self.change = change
        self.token = token
    }
}
