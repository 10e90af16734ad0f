import Redressal
import RedressalRuntime

/// Runs engine and worker inside the process while something is done through a gateway of its own.
struct InProcess {
    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    /// - Parameter body: What to do; when it ends, this waits until everything is in the read models.
    func run<Value: Sendable>(_ body: (LogGateway) async throws -> Value) async throws -> Value {
        let gateway = try await self.installation.gateway(pushingBack: true, patience: .seconds(120))
        let engine = self.installation.engine()
        let worker = self.installation.worker()
        let running = Task {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await engine.run() }
                group.addTask { try await worker.run() }
                try await group.waitForAll()
            }
        }
        do {
            let value = try await body(gateway)
            try await self.installation.settle()
            try await Self.stop(running, gateway)
            return value
        } catch {
            try? await Self.stop(running, gateway)
            throw error
        }
    }

    private static func stop(_ running: Task<Void, any Error>, _ gateway: LogGateway) async throws {
        await gateway.close()
        running.cancel()
        try await running.value
    }
}
