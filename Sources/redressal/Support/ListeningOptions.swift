import ArgumentParser
import Foundation
import Redressal
import RedressalRuntime
import RedressalWeb
import ServiceLifecycle

/// Where the gateway listens.
struct ListeningOptions: ParsableArguments {
    @Option(help: "The address to listen on; until sign-in exists, keep it on loopback.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port = 8080

    /// The web server over a gateway, and what gets the figures it shows.
    ///
    /// - Parameter parts: What runs in this process.
    func services(
        _ installation: Installation, _ gateway: LogGateway, _ parts: Installation.Parts
    ) -> [any Service] {
        let definitions = installation.definitions
        let host = self.host
        let sampler = installation.sampler(parts)
        let server = WebServer(
            gateway: gateway, views: installation.views, observation: installation.observation(parts, sampler),
            catalog: { definitions.catalog() }, clock: installation.clock, ids: { UUID().uuidString.lowercased() },
            host: self.host, port: self.port,
            logger: installation.logger,
            onListening: { port in Terminal.error("listening on http://\(host):\(port)") })
        installation.metrics.declare(routes: server.routes)
        return [Role { await sampler.run() }, server]
    }
}
