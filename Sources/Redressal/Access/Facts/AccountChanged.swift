/// An administrator changed who may come in, or somebody how they sign in themselves.
package struct AccountChanged: Hashable, Sendable, Codable {
    package enum Change: String, Hashable, Sendable, Codable, CaseIterable {
        case added
        case closed
        case opened
        case passwordReset = "password_reset"
        /// By whoever it belongs to.
        case passwordChanged = "password_changed"
        case codeRequired = "code_required"
        /// By whoever it belongs to; administrators once did it for them.
        case codeAdded = "code_added"
        case codeRemoved = "code_removed"
        case tokenAdded = "token_added"
        case tokenEnded = "token_ended"
    }

    /// Whose account; nil for a token that is named by its id alone.
    package let subject: String?
    package let change: Change
    /// The id of the token, as administrators know it.
    package let token: String?

    package init(subject: String?, change: Change, token: String? = nil) {
        self.subject = subject
        self.change = change
        self.token = token
    }
}
