import Crypto
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Redressal
import RedressalWeb
import Synchronization

/// The web server before fake ports, without a socket.
struct Website: Sendable {
    static let now = Instant("2026-04-10T04:30:00Z")

    /// Sok sits in two seats of one office.
    static let catalog = {
        var catalog = DefinitionCatalog()
        catalog.add(
            Programme(
                name: "kss", version: 1,
                offices: [Office(id: "kss", name: "kss", kind: "khan", parent: nil, calendar: "wall")],
                posts: ["p0", "p1"].map { Post(id: $0, office: "kss", roles: ["intake"]) },
                holdings: ["p0", "p1"].map { Holding(post: $0, user: "sok") }, absences: [],
                people: [Person(id: "sok"), Person(id: "dara", roles: ["intake", "triage_officer"])])
        )
        return catalog
    }()

    let gateway = FakeGateway()
    let views = FakeViews()
    let log = LogLines()
    /// Who may come in; nil asks nobody.
    var identities: FakeIdentities?
    /// Where receipts are noted; nil takes none.
    var receipts: FakeReceipts?
    /// Whether browsers come by HTTPS.
    var isSecure = false
    /// Whether the sample's workflow is published, with its complainant as a party.
    var hasWorkflow = false

    /// The key that signs cookies.
    static let key = SessionKey(SymmetricKey(data: Array(repeating: 7, count: 32)))

    private var catalog: DefinitionCatalog {
        var catalog = Self.catalog
        if self.hasWorkflow {
            catalog.add(
                WorkflowDefinition(
                    name: "complaint", version: 2, calendar: .named("wall"), initialStates: ["received"],
                    states: [], actions: [], roles: ["complainant"], parties: ["complainant": "complainant_ref"],
                    contentHash: "h"))
        }
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
            ids: { "id-\(numbers.next())" },
            door: self.identities.map { SignInDoor($0, key: Self.key, isSecure: self.isSecure) },
            receipts: self.receipts.map { ReceiptDoor($0, signature: FakeReceipts.signature) }, port: port,
            logger: self.log.logger, onListening: onListening)
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
