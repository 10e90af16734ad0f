import Logging
import ServiceLifecycle
import UnixSignals

/// One of the long-running parts that end gracefully when their task is cancelled.
struct Role: Service {
    let body: @Sendable () async throws -> Void

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await self.body() }
    }
}

extension Role {
    /// Runs parts until a signal asks to stop or one of them fails; the last named stops first.
    ///
    /// - Throws: What a part threw.
    static func run(_ roles: [any Service], logger: Logger) async throws {
        let services = roles.map {
            ServiceGroupConfiguration.ServiceConfiguration(
                service: $0, successTerminationBehavior: .gracefullyShutdownGroup,
                failureTerminationBehavior: .gracefullyShutdownGroup)
        }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }
}
