import Foundation
import Hummingbird
import Logging
import Redressal
import ServiceLifecycle

/// The HTTP way in: listens, answers, and on a graceful shutdown finishes what it has begun.
///
/// - Important: Without a door the actor in a request is taken as given, and whoever reaches the address can act as
///   anybody.
package struct WebServer: Service {
    private let cases: CaseRoutes
    private let sessions: SessionRoutes?
    private let attachments: AttachmentDoor?
    private let protection: Protection
    private let observation: Observation
    private let host: String
    private let port: Int
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void

    /// - Parameters:
    ///   - observation: What those who watch over the process are told.
    ///   - catalog: Says which workflows there are and who holds which role now.
    ///   - door: How people show who they are; nil believes everybody.
    ///   - ids: Makes the ids of commands and cases that come without an idempotency key; each must be new.
    ///   - attachments: How files come in and go out; nil takes none.
    ///   - protection: What keeps the server answering.
    ///   - port: 0 takes any free one.
    ///   - patience: How long `wait_for` waits at most.
    ///   - onListening: Told the port once connections are taken.
    package init(
        gateway: any CommandGateway, views: any CaseViews, observation: Observation = Observation(),
        catalog: @escaping @Sendable () -> DefinitionCatalog, clock: any WallClock,
        ids: @escaping @Sendable () -> String, door: SignInDoor? = nil,
        attachments: AttachmentDoor? = nil, protection: Protection = Protection(),
        host: String = "127.0.0.1", port: Int = 8080,
        patience: Duration = .seconds(5), logger: Logger,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.cases = CaseRoutes(
            gateway: gateway, views: views, catalog: catalog, clock: clock, ids: ids, patience: patience)
        self.sessions = door.map { SessionRoutes(door: $0, catalog: catalog, clock: clock) }
        self.attachments = attachments
        self.protection = protection
        self.observation = observation
        self.host = host
        self.port = port
        self.logger = logger
        self.onListening = onListening
    }

    /// Serves until the task is cancelled or, inside a service group, a graceful shutdown is asked for; then requests
    /// under way are finished first.
    ///
    /// - Throws: ``AddressInUse``, or what else keeps the address from being bound.
    package func run() async throws {
        try await HTTPListener(host: self.host, port: self.port, logger: self.logger)
            .serve(self.makeRouter()) { await self.announce($0) }
    }

    /// All routes, as tests call them without a socket.
    package func makeRouter() -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestMetrics(factory: self.observation.factory))
        router.add(middleware: RequestCorrelation { UUID().uuidString.lowercased() })
        router.add(middleware: SecurityHeaders(isSecure: self.protection.isSecure))
        router.add(middleware: ResponseCompression())
        router.add(middleware: ProblemMiddleware())
        router.add(middleware: RefusalMetrics(factory: self.observation.factory))
        router.add(middleware: LoadLimit(most: self.protection.mostInFlight))
        let gate = self.protection.rates.map { RateGate($0) }
        if let gate {
            router.add(
                middleware: AddressRate(gate: gate, proxies: self.protection.proxies, door: self.sessions?.door))
        }
        // What is added here is only for those who have signed in, where anybody has to.
        let inside = router.group()
        if let sessions {
            inside.add(middleware: IdentityMiddleware(door: sessions.door))
            if let gate { inside.add(middleware: AccountRate(gate: gate)) }
            sessions.add(outside: router, inside: inside)
        }
        self.cases.add(to: inside)
        if let attachments { AttachmentRoutes(door: attachments, cases: self.cases).add(to: inside) }
        self.observation.add(to: router)
        return router
    }

    /// The path templates of all routes: what metrics may call a request's route.
    package var routes: Set<String> { Set(self.makeRouter().routes.map { $0.path.description }) }

    private func announce(_ port: Int) async {
        let address: Logger.Metadata = ["host": "\(self.host)", "port": "\(port)"]
        self.logger.info("listening for HTTP", metadata: address)
        guard self.sessions == nil else { return await self.onListening(port) }
        let isLoopback = ["127.0.0.1", "::1", "localhost"].contains(self.host)
        self.logger.log(
            level: isLoopback ? .notice : .warning,
            "no sign-in asked for: whoever reaches this address can act as anybody", metadata: address)
        await self.onListening(port)
    }
}
