/// Who reads, asks or changes something, as the access log names them.
package struct Reader: Hashable, Sendable {
    /// What stands behind the name.
    package enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
        case person
        case service
        /// Whoever sits at the installation's own command line, under their name on that machine.
        case `operator`
    }

    package let account: String
    package let kind: Kind

    package init(account: String, kind: Kind) {
        self.account = account
        self.kind = kind
    }

    /// Somebody who has signed in.
    package init(_ identity: Identity) {
        self.init(account: identity.account, kind: identity.kind == .service ? .service : .person)
    }
}
