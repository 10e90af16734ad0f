import Hummingbird
import Redressal

/// What there is where people sign in: the door, what they may read, and their pages.
package struct Reception: Sendable {
    let door: SignInDoor
    let personal: any PersonalData
    let pages: PageLibrary?
    let visits: VisitDoor?
    let bulk: (any BulkDesk)?
    let oversight: OversightDesk?

    /// - Parameters:
    ///   - door: How people with an account show who they are.
    ///   - personal: Opens personal fields for who has signed in.
    ///   - pages: What pages are made of; nil leaves them out.
    ///   - visits: How people without an account show that a case is theirs; nil leaves the public pages out.
    ///   - bulk: Where orders for many cases lie; nil takes none.
    ///   - oversight: What auditors and administrators ask; nil leaves their pages out.
    package init(
        _ door: SignInDoor, personal: any PersonalData, pages: PageLibrary? = nil, visits: VisitDoor? = nil,
        bulk: (any BulkDesk)? = nil, oversight: OversightDesk? = nil
    ) {
        self.door = door
        self.personal = personal
        self.pages = pages
        self.visits = visits
        self.bulk = bulk
        self.oversight = oversight
    }

    /// Adds what it serves.
    ///
    /// - Parameters:
    ///   - outside: For whoever comes.
    ///   - inside: For whoever has signed in; asks them to.
    ///   - attachments: Where files of forms are kept; nil takes none.
    ///   - search: Finds cases by words; nil where nobody can.
    ///   - gate: Counts who asks how often; nil counts nobody.
    func add(
        outside: some RouterMethods<WebContext>, inside: some RouterMethods<WebContext>, _ cases: CaseRoutes,
        _ witness: AccessWitness, _ workload: any OversightViews & WorkloadViews, attachments: AttachmentDoor?,
        search: (any CaseSearch)?, gate: RateGate?
    ) {
        SessionRoutes(door: self.door, catalog: cases.catalog, clock: cases.clock, witness: witness)
            .add(outside: outside, inside: inside)
        let inquiry = AccessInquiry(entries: self.door.entries, cases: cases.views, witness: witness)
        AccessRoutes(inquiry: inquiry, witness: witness).add(to: inside)
        let counter = self.bulk.map { BulkCounter(desk: $0, catalog: cases.catalog, clock: cases.clock) }
        if let counter { BulkRoutes(counter: counter, witness: witness, ids: cases.ids).add(to: inside) }
        if let oversight {
            CheckRoutes(desk: oversight, cases: cases, witness: witness).add(to: inside)
            AccountRoutes(door: AccountDoor(book: oversight.accounts, witness: witness)).add(to: inside)
        }
        guard let pages else { return }
        StaticRoutes(pages: pages).add(to: outside)
        let desk = PageDesk(
            painter: PagePainter(pages: pages), gateway: cases.gateway, views: cases.views, personal: self.personal,
            witness: witness, catalog: cases.catalog, clock: cases.clock,
            attachments: attachments, search: search, ids: cases.ids, patience: cases.patience)
        let console = ConsoleRoutes(desk: desk, door: self.door, visits: self.visits, gate: gate)
        console.add(to: outside)
        let supervision = SupervisionRoutes(console: console, views: workload)
        supervision.add(to: outside)
        if let counter { BulkPages(supervision: supervision, counter: counter).add(to: outside) }
        if let oversight {
            AuditPages(console: console, oversight: oversight, inquiry: inquiry).add(to: outside)
            let accounts = AccountDoor(book: oversight.accounts, witness: witness)
            AdminPages(console: console, oversight: oversight, door: accounts).add(to: outside)
        }
        if let visits { PublicRoutes(desk: desk, door: visits).add(to: outside) }
    }
}
