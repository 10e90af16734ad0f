import Redressal

/// Who looks at a page, as its head says.
struct Visitor: Sendable {
    let identity: Identity
    let seats: [Post]
    /// What they may act as.
    let roles: [String]
    /// Whether ladders can reach them, so that they find the supervisors' pages.
    let supervises: Bool

    init(_ identity: Identity, _ catalog: DefinitionCatalog, at now: Instant) {
        self.identity = identity
        self.seats = catalog.org.posts(of: identity.account, at: now)
        self.roles = catalog.org.roles(of: identity.account, at: now)
        self.supervises = Sight(of: identity.account, catalog, at: now).supervises
    }

    var values: [String: any Sendable] {
        [
            // Who watches over others opens no cases.
            "registers": !OversightRole.isAmong(self.roles),
            "account": self.identity.account, "seats": self.seats.map(\.id).joined(separator: ", "),
            "supervises": self.supervises,
            "isAdministrator": self.roles.contains(OversightRole.administrator.rawValue),
            "isAuditor": self.roles.contains(OversightRole.auditor.rawValue),
        ]
    }
}
