/// Somebody came in.
package struct SignedIn: Hashable, Sendable, Codable {
    /// How they showed who they are.
    package enum Way: String, Hashable, Sendable, Codable, CaseIterable {
        case password
        /// A token of an outside issuer (OpenID Connect).
        case oidc
    }

    package let way: Way
    /// Until when they are believed.
    package let expires: Instant

    package init(way: Way, expires: Instant) {
        self.way = way
        self.expires = expires
    }
}
