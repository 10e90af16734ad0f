import ArgumentParser
import Redressal
import RedressalRuntime
import RedressalWeb
import ServiceLifecycle

/// Runs everything in one process.
struct ServeCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Run gateway, engine and worker in one process.",
        discussion:
            "Ctrl-C or SIGTERM ends it gracefully: what is being committed is finished, partitions are handed over.")

    @OptionGroup var options: CommonOptions
    @OptionGroup var listening: ListeningOptions

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let gateway = try await installation.gateway(pushingBack: true)
        let engine = installation.engine()
        let worker = installation.worker()
        let access = installation.accessProjector
        let definitions = installation.definitions
        let roles: [any Service] =
            [
                installation.pruning(), Role { await definitions.follow() }, Role { try await engine.run() },
                Role { try await worker.run() }, Role { await access.run() },
            ] + (try await self.listening.services(installation, gateway, [.gateway, .engine, .worker]))
        try await Role.run(roles, logger: installation.logger)
        await gateway.close()
        await installation.close()
    }
}

/// Decides commands.
struct EngineCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine", abstract: "Run an engine: decides the commands of the partitions it gets.",
        discussion: "Run more of them to share the partitions out.")

    @OptionGroup var options: CommonOptions
    @OptionGroup var observing: ObservingOptions

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let engine = installation.engine()
        let definitions = installation.definitions
        try await Role.run(
            [installation.pruning(), Role { await definitions.follow() }, Role { try await engine.run() }]
                + self.observing.services(installation, .engine),
            logger: installation.logger)
        await installation.close()
    }
}

/// Keeps the read models up to date and sends due timers.
struct WorkerCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Run a worker: folds events into the read models and sends due timers.",
        discussion: "Run more of them to share the partitions out.")

    @OptionGroup var options: CommonOptions
    @OptionGroup var observing: ObservingOptions

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let worker = installation.worker()
        let access = installation.accessProjector
        try await Role.run(
            [Role { try await worker.run() }, Role { await access.run() }]
                + self.observing.services(installation, .worker),
            logger: installation.logger)
        await installation.close()
    }
}

/// Takes commands in over HTTP.
struct GatewayCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "gateway", abstract: "Run a gateway: takes commands in over HTTP and answers with outcomes.",
        discussion: "Pushes back with 503 and Retry-After while the read models are far behind. See docs/http.md.")

    @OptionGroup var options: CommonOptions
    @OptionGroup var listening: ListeningOptions

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let gateway = try await installation.gateway(pushingBack: true)
        let definitions = installation.definitions
        try await Role.run(
            [Role { await definitions.follow() }]
                + (try await self.listening.services(installation, gateway, .gateway)),
            logger: installation.logger)
        await gateway.close()
        await installation.close()
    }
}
