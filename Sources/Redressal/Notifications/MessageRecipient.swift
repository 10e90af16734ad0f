/// Whom a message is for, by a reference that tells nothing of a person; addresses are found when it is sent.
package enum MessageRecipient: Hashable, Sendable {
    /// The case's own people, by the contact that the case holds sealed.
    case party
    /// An account of a programme.
    case account(String)
    /// Whoever sits in a post when the message is sent.
    case post(String)
    /// A role that no post up the tree has; nobody gets it, but it shows that somebody should.
    case role(String)

    /// Whether an office is told, and not the case's own people.
    package var isOfficer: Bool { self != .party }
}

extension MessageRecipient: CustomStringConvertible, LosslessStringConvertible {
    /// `party`, `account:u-1`, `post:cell-clerk` or `role:handler`.
    package var description: String {
        switch self {
        case .party: "party"
        case .account(let name): "account:\(name)"
        case .post(let name): "post:\(name)"
        case .role(let name): "role:\(name)"
        }
    }

    package init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("party", 1): self = .party
        case ("account", 2): self = .account(parts[1])
        case ("post", 2): self = .post(parts[1])
        case ("role", 2): self = .role(parts[1])
        default: return nil
        }
    }
}
