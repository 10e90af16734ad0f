import Hummingbird
import Logging
import ServiceLifecycle

/// Tells those who watch over a process that serves nothing else on HTTP, such as an engine or a worker.
package struct ObservationServer: Service {
    private let observation: Observation
    private let host: String
    private let port: Int
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void

    /// - Parameters:
    ///   - port: 0 takes any free one.
    ///   - onListening: Told the port once connections are taken.
    package init(
        _ observation: Observation, host: String, port: Int, logger: Logger,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.observation = observation
        self.host = host
        self.port = port
        self.logger = logger
        self.onListening = onListening
    }

    /// Serves until the task is cancelled or a graceful shutdown is asked for.
    ///
    /// - Throws: ``AddressInUse``, or what else keeps the address from being bound.
    package func run() async throws {
        try await HTTPListener(host: self.host, port: self.port, logger: self.logger)
            .serve(self.makeRouter(), onListening: self.onListening)
    }

    /// All routes, as tests call them without a socket.
    package func makeRouter() -> Router<BasicRequestContext> {
        let router = Router(options: .autoGenerateHeadEndpoints)
        router.add(middleware: ProblemMiddleware(painter: nil))
        self.observation.add(to: router)
        return router
    }
}
