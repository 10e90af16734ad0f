import Foundation
import Postgres
import Redressal

/// What must be true before a process can do its work; each answer says why not in words for an operator, or is nil.
package struct HealthQuestions: Sendable {
    /// For how long after its start a process may wait for its first partitions.
    private static let patience = Duration.seconds(10)

    private let log: any Log
    private let views: ReadModels
    private let definitions: DefinitionStore
    private let telemetry: Telemetry
    private let began = ContinuousClock.now

    package init(log: any Log, views: ReadModels, definitions: DefinitionStore, telemetry: Telemetry) {
        self.log = log
        self.views = views
        self.definitions = definitions
        self.telemetry = telemetry
    }

    /// The database answers.
    package func database() async -> String? {
        await Self.failure { _ = try await self.views.positions() }
    }

    /// The log answers.
    package func logAnswers() async -> String? {
        await Self.failure { _ = try await self.log.end(of: .events, partition: 0) }
    }

    /// Personal fields can be sealed and opened: the key file is there and holds the installation's key.
    package func vault(keyFile: URL) async -> String? {
        await Self.failure { _ = try await Vault.open(self.views.pool, keyFile: keyFile) }
    }

    /// There is something to decide by.
    package func hasDefinitions() -> String? {
        self.definitions.keys().isEmpty
            ? "expected published definitions but found none: run `redressal workflow publish`" : nil
    }

    /// The read models are no further behind than where the gateway pushes back.
    package func lag(limit: Int64) async -> String? {
        var lag: Int64 = 0
        let failure = await Self.failure { lag = try await self.views.lag(behind: self.log) }
        if let failure { return failure }
        return lag > limit ? "expected read models at most \(limit) events behind but they are \(lag)" : nil
    }

    /// Every partition given to this process is decided.
    package func partitions() -> String? {
        self.telemetry.partitions.complaint(isNew: self.began.duration(to: .now) < Self.patience)
    }

    /// Every loop comes by.
    package func loops() -> String? { self.telemetry.loops.complaint(after: LoopWatch.readyWithin) }

    /// No loop hangs so long that only a new process helps.
    package func life() -> String? { self.telemetry.loops.complaint(after: LoopWatch.aliveWithin) }

    private static func failure(_ ask: () async throws -> Void) async -> String? {
        do {
            try await ask()
            return nil
        } catch {
            return "\(error)"
        }
    }
}
