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
    /// Whether one-time codes belong to signing in.
    package let codes: CodeStanding

    /// How it is with somebody's one-time codes.
    package enum CodeStanding: Hashable, Sendable {
        case off
        /// They have to be set up before anything else.
        case wanted
        case on
    }

    package init(account: String, kind: Kind, expires: Instant, codes: CodeStanding = .off) {
        self.codes = codes
        self.account = account
        self.kind = kind
        self.expires = expires
    }
}
