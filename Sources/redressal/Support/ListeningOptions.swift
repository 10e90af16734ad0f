import ArgumentParser
import Foundation
import Redressal
import RedressalRuntime
import RedressalWeb

/// Where the gateway listens.
struct ListeningOptions: ParsableArguments {
    @Option(help: "The address to listen on; until sign-in exists, keep it on loopback.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port = 8080

    /// The web server over a gateway.
    func server(_ installation: Installation, _ gateway: LogGateway) -> WebServer {
        let views = installation.views
        let log = installation.log
        let definitions = installation.definitions
        let host = self.host
        return WebServer(
            gateway: gateway, views: views,
            readiness: [
                ReadinessCheck("database") { await Self.failure { _ = try await views.positions() } },
                ReadinessCheck("log") { await Self.failure { _ = try await log.end(of: .events, partition: 0) } },
            ],
            catalog: { definitions.catalog() }, clock: installation.clock, ids: { UUID().uuidString.lowercased() },
            host: self.host, port: self.port,
            logger: installation.logger,
            onListening: { port in Terminal.error("listening on http://\(host):\(port)") })
    }

    /// Why a part does not answer; nil when it does.
    private static func failure(_ ask: () async throws -> Void) async -> String? {
        do {
            try await ask()
            return nil
        } catch {
            return "\(error)"
        }
    }
}
