import Foundation
import Hummingbird
import Logging
import Redressal
import ServiceLifecycle

/// The HTTP way in: listens, answers, and on a graceful shutdown finishes what it has begun.
///
/// - Important: Without a reception the actor in a request is taken as given, and whoever reaches the address can act as
///   anybody.
package struct WebServer: Service {
    private let cases: CaseRoutes
    private let views: any CaseViews & OversightViews & WorkloadViews & FiledRequests
    private let ends: @Sendable () async throws -> [Int: Int64]
    private let search: (any CaseSearch)?
    private let reception: Reception?
    private let witness: AccessWitness?
    private let receipts: ReceiptDoor?
    private let attachments: AttachmentDoor?
    private let protection: Protection
    private let load: RequestLoad
    private let observation: Observation
    private let host: String
    private let port: Int
    private let logger: Logger
    private let pause: @Sendable () async throws -> Void
    private let onListening: @Sendable (Int) async -> Void

    /// - Parameters:
    ///   - observation: What those who watch over the process are told.
    ///   - catalog: Says which workflows there are and who holds which role now.
    ///   - search: Finds cases by words; nil where nobody can.
    ///   - reception: How people sign in, and what there is for those who have; nil believes everybody.
    ///   - receipts: Where it is noted what became of messages; nil takes no receipts.
    ///   - attachments: How files come in and go out; nil takes none.
    ///   - protection: What keeps the server answering.
    ///   - ids: Makes the ids of commands and cases that come without an idempotency key; each must be new.
    ///   - ends: Where each partition of the events ends now.
    ///   - port: 0 takes any free one.
    ///   - patience: How long `wait_for` waits at most.
    ///   - pause: Waits between two looks for what has changed.
    ///   - onListening: Told the port once connections are taken.
    package init(
        gateway: any CommandGateway, views: any CaseViews & OversightViews & WorkloadViews & FiledRequests,
        observation: Observation = Observation(),
        catalog: @escaping @Sendable () -> DefinitionCatalog, clock: any WallClock,
        ids: @escaping @Sendable () -> String, search: (any CaseSearch)? = nil,
        reception: Reception? = nil, receipts: ReceiptDoor? = nil,
        attachments: AttachmentDoor? = nil, protection: Protection = Protection(),
        ends: @escaping @Sendable () async throws -> [Int: Int64] = { [:] },
        host: String = "127.0.0.1", port: Int = 8080,
        patience: Duration = .seconds(5), logger: Logger,
        pause: @escaping @Sendable () async throws -> Void = { try await Task.sleep(for: .seconds(2)) },
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        let witness = reception.map {
            AccessWitness(log: $0.door.log, views: views, catalog: catalog, clock: clock)
        }
        self.cases = CaseRoutes(
            gateway: gateway, views: views, catalog: catalog, clock: clock, ids: ids, patience: patience,
            personal: reception?.personal, witness: witness)
        self.views = views
        self.ends = ends
        self.search = search
        self.reception = reception
        self.witness = witness
        self.receipts = receipts
        self.attachments = attachments
        self.protection = protection
        self.load = RequestLoad(most: protection.mostInFlight)
        self.observation = observation
        self.host = host
        self.port = port
        self.logger = logger
        self.pause = pause
        self.onListening = onListening
    }

    /// Serves until the task is cancelled or, inside a service group, a graceful shutdown is asked for; then requests
    /// under way are finished first.
    ///
    /// - Throws: ``AddressInUse``, or what else keeps the address from being bound.
    package func run() async throws {
        let keeper = try LoadDoorkeeper(
            self.load, isSecure: self.protection.isSecure, factory: self.observation.factory)
        try await HTTPListener(host: self.host, port: self.port, logger: self.logger, keeper: keeper)
            .serve(self.makeRouter()) { await self.announce($0) }
    }

    /// All routes, as tests call them without a socket.
    package func makeRouter() -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestMetrics(factory: self.observation.factory))
        router.add(middleware: RequestCorrelation { UUID().uuidString.lowercased() })
        router.add(middleware: SecurityHeaders(isSecure: self.protection.isSecure))
        router.add(middleware: ResponseCompression())
        let painter = self.reception?.pages.map { PagePainter(pages: $0) }
        router.add(middleware: ProblemMiddleware(painter: painter))
        router.add(middleware: RefusalMetrics(factory: self.observation.factory))
        router.add(middleware: LoadLimit(self.load))
        let gate = self.protection.rates.map { RateGate($0) }
        if let gate {
            router.add(
                middleware: AddressRate(gate: gate, proxies: self.protection.proxies, door: self.reception?.door))
        }
        // What is added here is only for those who have signed in, where anybody has to.
        let inside = router.group()
        if let reception, let witness {
            inside.add(middleware: IdentityMiddleware(door: reception.door, arrivals: TokenArrivals(witness)))
            if let gate { inside.add(middleware: AccountRate(gate: gate)) }
            reception.add(
                outside: router, inside: inside, self.cases, witness, self.views, attachments: self.attachments,
                search: self.search, gate: gate)
        }
        self.cases.add(to: inside)
        if let attachments { AttachmentRoutes(door: attachments, cases: self.cases).add(to: inside) }
        self.addLooks(to: inside)
        BoardRoutes(
            views: self.views, catalog: self.cases.catalog, clock: self.cases.clock,
            painter: painter
        ).add(to: router)
        if let receipts { ReceiptRoutes(door: receipts, clock: self.cases.clock).add(to: router) }
        Open311Routes(cases: self.cases, requests: self.views, door: self.reception?.door).add(to: router)
        self.observation.add(to: router)
        return router
    }

    /// What only looks, at what whoever asks may see.
    private func addLooks(to router: some RouterMethods<WebContext>) {
        let (catalog, clock) = (self.cases.catalog, self.cases.clock)
        let changes = ChangeStream(watch: ChangeWatch(views: self.views, clock: clock), pause: self.pause)
        QueueRoutes(views: self.views, catalog: catalog, clock: clock, changes: changes).add(to: router)
        EscalationRoutes(views: self.views, catalog: catalog, clock: clock).add(to: router)
        if let search { SearchRoutes(search: search, catalog: catalog, clock: clock).add(to: router) }
        HistoryRoutes(views: self.views, cases: self.cases).add(to: router)
        WorkloadRoutes(views: self.views, catalog: catalog, clock: clock, witness: self.witness).add(to: router)
        DefinitionRoutes(catalog: catalog).add(to: router)
        AuditRoutes(views: self.views, catalog: catalog, clock: clock, ends: self.ends).add(to: router)
    }

    /// The path templates of all routes: what metrics may call a request's route.
    package var routes: Set<String> { Set(self.makeRouter().routes.map { $0.path.description }) }

    private func announce(_ port: Int) async {
        let address: Logger.Metadata = ["host": "\(self.host)", "port": "\(port)"]
        self.logger.info("listening for HTTP", metadata: address)
        guard self.reception == nil else { return await self.onListening(port) }
        let isLoopback = Loopback.hosts.contains(self.host)
        self.logger.log(
            level: isLoopback ? .notice : .warning,
            "no sign-in asked for: whoever reaches this address can act as anybody", metadata: address)
        await self.onListening(port)
    }
}
