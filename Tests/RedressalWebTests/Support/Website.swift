import Crypto
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Redressal
import RedressalWeb
import Synchronization
import Testing

/// The web server before fake ports, without a socket.
struct Website: Sendable {
    static let now = Instant("2026-04-10T04:30:00Z")

    /// Sok sits in two seats of one office, which Vanna audits; Rith keeps the accounts.
    static let catalog = {
        var catalog = DefinitionCatalog()
        catalog.add(
            Programme(
                name: "kss", version: 1,
                offices: [Office(id: "kss", name: "kss", kind: "khan", parent: nil, calendar: "wall")],
                posts: ["p0", "p1"].map { Post(id: $0, office: "kss", roles: ["intake"]) },
                holdings: ["p0", "p1"].map { Holding(post: $0, user: "sok") }, absences: [],
                people: [
                    Person(id: "sok"), Person(id: "dara", roles: ["intake", "triage_officer"]),
                    Person(id: "vanna", roles: ["auditor"]),
                    Person(id: "rith", roles: ["administrator"]),
                ])
        )
        return catalog
    }()

    let gateway = FakeGateway()
    let views = FakeViews()
    let search = FakeSearch()
    let desk = FakeDesk()
    let log = LogLines()
    /// Who may come in; nil asks nobody.
    var identities: FakeIdentities?
    /// Whose tokens are believed beside those of the installation; nil for nobody's.
    var tokens: FakeTokens?
    /// What is written down, and read back.
    let access = FakeAccessLog()
    /// What auditors ask.
    let audit = FakeAudit()
    /// What was erased.
    var erasures: [Erasure] = []
    /// The accounts that administrators keep.
    let accounts = FakeAccounts(["sok", "rith", "website"])
    /// Programmes with texts, which administrators change.
    let organisation = FakeOrganisation()
    /// Where receipts are noted; nil takes none.
    var receipts: FakeReceipts?
    /// Whether browsers come by HTTPS.
    var isSecure = false
    /// Whether the sample's workflow is published, with its complainant as a party.
    var hasWorkflow = false
    /// What pages are made of; nil for none.
    var pages: PageLibrary?
    /// How people without an account show that a case is theirs.
    var visits: VisitDoor?
    /// Where orders for many cases lie; nil takes none.
    var bulk: FakeBulk?
    /// What else is published.
    var publish: @Sendable (inout DefinitionCatalog) -> Void = { _ in }

    /// Where files come in and go out; nil takes none.
    var attachments: AttachmentDoor?
    /// Waits between two looks for what has changed; ends at once unless a test says otherwise.
    var pause: @Sendable () async throws -> Void = { throw CancellationError() }
    /// What keeps the server answering.
    var protection = Protection()

    /// The key that signs cookies.
    static let key = SessionKey(SymmetricKey(data: Array(repeating: 7, count: 32)))

    /// The same with the sample's workflow, in which intake acts.
    static let acting = {
        var catalog = Self.catalog
        let look = Action(
            name: "look", from: ["received"], to: .same, by: ["intake"], emit: "ComplaintLookedAt")
        catalog.add(
            WorkflowDefinition(
                name: "complaint", version: 2, calendar: .named("wall"), initialStates: ["received"],
                states: [State(name: "received"), State(name: "closed", final: .reopenable)], actions: [look],
                roles: ["complainant"], parties: ["complainant": "complainant_ref"], contentHash: "h"))
        return catalog
    }()

    private var catalog: DefinitionCatalog {
        var catalog = self.hasWorkflow ? Self.acting : Self.catalog
        self.publish(&catalog)
        self.organisation.add(to: &catalog)
        return catalog
    }

    /// A clock that stands still.
    private struct StoppedClock: WallClock {
        let instant: Instant
        func now() -> Instant { self.instant }
    }

    /// - Parameter onListening: Told the port.
    func server(
        _ observation: Observation = Observation(), port: Int = 0,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> WebServer {
        let numbers = Counter()
        return WebServer(
            gateway: self.gateway, views: self.views, observation: observation,
            catalog: { self.catalog }, clock: StoppedClock(instant: Self.now ?? Instant(seconds: 0)),
            ids: { "id-\(numbers.next())" }, search: self.search,
            reception: self.identities.map {
                Reception(
                    SignInDoor(
                        $0, tokens: self.tokens, log: self.access, entries: self.access, key: Self.key,
                        isSecure: self.isSecure),
                    personal: FakePersonalData(self.access, erasures: self.erasures), pages: self.pages,
                    visits: self.visits,
                    bulk: self.bulk,
                    oversight: OversightDesk(
                        views: self.views, audit: self.audit, accounts: self.accounts,
                        organisation: self.organisation))
            }, receipts: self.receipts.map { ReceiptDoor($0, signature: FakeReceipts.signature) },
            attachments: self.attachments, protection: self.protection, ends: { [0: 9] }, port: port,
            logger: self.log.logger, pause: self.pause, onListening: onListening)
    }

    /// With the sample's case, its workflow, and people who sign in.
    static func withSample(by complainant: String = "sok") throws -> Website {
        let website = Website(identities: FakeIdentities(), hasWorkflow: true)
        website.views.add(try #require(CaseState.sample(by: complainant)))
        return website
    }

    /// The head of a request by somebody who has signed in.
    func bearer(_ account: String, kind: Identity.Kind = .person) -> HTTPFields {
        [.authorization: "Bearer \(self.identities?.secret(of: account, kind: kind).token ?? "")"]
    }

    /// The head of a form, or of a look, by somebody who has signed in with a browser.
    func cookie(_ account: String) -> HTTPFields {
        guard let secret = self.identities?.secret(of: account) else { return [:] }
        return [
            .cookie: "redressal=\(secret.cookie(Self.key))", .contentType: "application/x-www-form-urlencoded",
        ]
    }

    /// Sends one request.
    ///
    /// - Parameter body: Sent as JSON unless the headers say otherwise.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, headers: HTTPFields = [:],
        observing observation: Observation = Observation()
    ) async throws -> Reply {
        try await self.send(method, path, bytes: body.map { Array($0.utf8) }, headers: headers, observing: observation)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, bytes: [UInt8]?, headers: HTTPFields = [:],
        observing observation: Observation = Observation()
    ) async throws -> Reply {
        var headers = headers
        if bytes != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
        let application = Application(
            router: self.server(observation).makeRouter(), logger: self.log.logger)
        let sent = headers
        return try await application.test(.router) { client in
            try await client.execute(
                uri: path, method: method, headers: sent, body: bytes.map { ByteBuffer(bytes: $0) }
            ) { Reply($0) }
        }
    }
}

/// Counts from 1.
private final class Counter: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        self.count.withLock { count in
            count += 1
            return count
        }
    }
}
