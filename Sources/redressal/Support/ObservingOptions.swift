import ArgumentParser
import RedressalRuntime
import RedressalWeb
import ServiceLifecycle

/// Where a process without HTTP of its own is watched.
struct ObservingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Serve /metrics, /health/live and /health/ready on this address: HOST:PORT, or a port on loopback.",
            valueName: "address"))
    var metricsAddress: MetricsAddress?

    /// The server that tells, and what gets its figures; none when nobody asked.
    func services(_ installation: Installation, _ parts: Installation.Parts) -> [any Service] {
        guard let address = self.metricsAddress else { return [] }
        let sampler = installation.sampler(parts)
        let server = ObservationServer(
            installation.observation(parts, sampler), host: address.host, port: address.port,
            logger: installation.logger,
            onListening: { port in Terminal.error("metrics and health on http://\(address.host):\(port)") })
        return [Role { await sampler.run() }, server]
    }
}
