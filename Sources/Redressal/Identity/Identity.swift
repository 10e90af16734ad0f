/// Somebody who has shown who they are.
package struct Identity: Hashable, Sendable {
    /// What stands behind an account.
    package enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
        /// A person, who acts as nobody else.
        case person
        /// A program, such as a public website or a hotline's system, that files for people without an account.
        case service
    }

    /// The account's name, as programmes and events have it.
    package let account: String
    package let kind: Kind
    /// Until when it is believed.
    package let expires: Instant

    package init(account: String, kind: Kind, expires: Instant) {
        self.account = account
        self.kind = kind
        self.expires = expires
    }
}
