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
        self.roles = Set(self.seats.flatMap(\.roles) + (catalog.org.person(identity.account)?.roles ?? [])).sorted()
        self.supervises = Sight(of: identity.account, catalog, at: now).supervises
    }

    /// Whether they watch over others' work or accounts, and open no cases.
    private var oversees: Bool {
        !Set(OversightRole.allCases.map(\.rawValue)).isDisjoint(with: self.roles)
    }

    var values: [String: any Sendable] {
        [
            "registers": !self.oversees,
            "account": self.identity.account, "seats": self.seats.map(\.id).joined(separator: ", "),
            "supervises": self.supervises,
            "isAdministrator": self.roles.contains(OversightRole.administrator.rawValue),
            "isAuditor": self.roles.contains(OversightRole.auditor.rawValue),
        ]
    }
}
