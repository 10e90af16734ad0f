import Redressal

/// Somebody who audits, and how far.
struct Auditor: Sendable {
    let visitor: Visitor
    let scope: AuditScope
    let catalog: DefinitionCatalog
    let now: Instant

    /// - Throws: ``Problem`` for who audits nothing.
    init(_ visitor: Visitor, _ desk: PageDesk) throws(Problem) {
        let catalog = desk.catalog()
        let now = desk.clock.now()
        guard let scope = Sight(of: visitor.identity.account, catalog, at: now).auditScope else {
            throw .notThisRole(.auditor)
        }
        self.visitor = visitor
        self.scope = scope
        self.catalog = catalog
        self.now = now
    }

    var account: String { self.visitor.identity.account }

    /// What the access log calls them.
    var reader: Reader { Reader(self.visitor.identity) }

    /// Times as the first of their offices has them.
    func clock(_ speech: Speech) -> OfficeClock {
        OfficeClock(self.home, self.catalog, speech, at: self.now)
    }

    /// The zone in which they type days.
    var zone: CalendarZone? {
        self.catalog.org.office(self.home).flatMap { self.catalog.calendar($0.calendar) }?.zone
    }

    private var home: String { self.visitor.seats.first?.office ?? self.scope.offices?.first ?? "" }
}
