/// Who did something, and in which seat.
package struct Actor: Hashable, Sendable, Codable {
    /// The person's account, an opaque id; `system` for the engine itself.
    package let user: String
    /// The role acted in, as the workflow names it.
    package let role: String
    /// The seat held, when the role comes with one.
    package let post: String?
    /// The office of that seat.
    package let office: String?
    /// The person represented, when acting for somebody else.
    package let onBehalfOf: String?

    package init(
        user: String, role: String, post: String? = nil, office: String? = nil, onBehalfOf: String? = nil
    ) {
        self.user = user
        self.role = role
        self.post = post
        self.office = office
        self.onBehalfOf = onBehalfOf
    }

    /// The engine, acting on a timer or a signal.
    package static let system = Actor(user: "system", role: "system")

    private enum CodingKeys: String, CodingKey {
        case user, role, post, office
        case onBehalfOf = "on_behalf_of"
    }
}
