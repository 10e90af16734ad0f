import Redressal

/// Somebody who looks after the installation: accounts, posts and definitions; they read nothing personal and act on no case.
struct Administrator: Sendable {
    let visitor: Visitor
    let reach: AccountReach
    let catalog: DefinitionCatalog
    let now: Instant

    /// - Throws: ``Problem`` for who is no administrator.
    init(_ visitor: Visitor, _ desk: PageDesk, _ door: AccountDoor) throws(Problem) {
        self.visitor = visitor
        self.reach = try door.reach(of: visitor.identity.account)
        self.catalog = desk.catalog()
        self.now = desk.clock.now()
    }

    var identity: Identity { self.visitor.identity }

    /// Times as their own office has them.
    func clock(_ speech: Speech) -> OfficeClock {
        OfficeClock(self.visitor.seats.first?.office ?? "", self.catalog, speech, at: self.now)
    }
}
