/// Why somebody cannot act in a role.
package enum SeatRefusal: Error, Hashable, Sendable {
    /// None was named, and the account does not hold just one.
    case roleMissing(user: String, held: [String])
    /// The account holds other roles, or none where the role comes with a post.
    case roleNotHeld(user: String, role: String, held: [String])
    /// Whoever audits, or keeps accounts, acts on no case but their own.
    case oversight(user: String, role: String)
    /// The role comes with other posts.
    case postNotHeld(user: String, role: String, post: String, held: [String])
}

extension SeatRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .roleMissing(let user, let held):
            "expected a role for '\(user)' but it is missing: \(Self.words(held))"
        case .roleNotHeld(let user, let role, let held) where held.isEmpty:
            "expected '\(user)' to hold the role '\(role)' but \(Self.words(held))"
        case .roleNotHeld(let user, let role, let held):
            "expected '\(user)' to hold the role '\(role)' but \(Self.words(held))"
        case .oversight(let user, let role):
            "expected somebody who neither audits nor administers to act as '\(role)' but '\(user)' does"
        case .postNotHeld(let user, let role, let post, let held):
            "expected a post that '\(user)' holds with the role '\(role)' (\(held.isEmpty ? "there is none" : held.joined(separator: ", "))) but found '\(post)'"
        }
    }

    private static func words(_ held: [String]) -> String {
        held.isEmpty ? "the account is in no programme" : "it holds \(held.joined(separator: ", "))"
    }
}
