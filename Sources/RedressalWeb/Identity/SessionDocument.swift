import Redressal

/// Who has signed in, and what they hold.
struct SessionDocument: Encodable {
    let account: String
    let kind: Identity.Kind
    let expires: Instant
    /// The roles held with a post now.
    let seats: [Seat]
    /// The roles held without one.
    let roles: [String]

    struct Seat: Encodable {
        let post: String
        let office: String
        let roles: [String]
    }

    init(_ identity: Identity, _ org: OrgDirectory, at now: Instant) {
        self.account = identity.account
        self.kind = identity.kind
        self.expires = identity.expires
        self.seats = org.posts(of: identity.account, at: now).map {
            Seat(post: $0.id, office: $0.office, roles: $0.roles)
        }
        self.roles = org.person(identity.account)?.roles ?? []
    }
}
