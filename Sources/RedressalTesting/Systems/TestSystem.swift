import Foundation
import Logging
import Postgres
import Redressal
import RedressalRuntime
import Synchronization

/// A whole system in one process: a log, read models in a database of their own, definitions, a gateway, and as many
/// engines and workers as a test starts; all of them go by one ``ManualClock``.
package final class TestSystem: Sendable {
    /// Sunday, the 1st of March 2026, at noon.
    package static let start = Instant(seconds: 1_772_366_400)

    package let clock: ManualClock
    package let database: TemporaryDatabase
    package let log: any Log
    /// The store of a log in memory, for faults.
    package let memory: MemoryLogStore?
    package let pool: PostgresPool
    package let keyFile: URL
    package let definitions: DefinitionStore
    package let vault: Vault
    package let views: ReadModels
    package let gateway: LogGateway
    /// What engines, workers and the gateway tell of themselves.
    package let metrics = MetricsRegistry()
    package let telemetry: Telemetry
    /// Opens the log once more, as another process would.
    package let openLog: @Sendable () -> any Log
    let tally: AnswerTally
    let roles = Mutex<[TestRole]>([])

    /// Puts a system together without engines and workers, and takes it apart after the body.
    ///
    /// - Parameters:
    ///   - kind: The log.
    ///   - partitions: Over how many partitions cases are spread.
    ///   - definitions: What to publish.
    ///   - body: Gets the system; the clock stands at ``start``.
    package static func with<Result>(
        _ kind: TestLog = .memory, partitions: Int = 4, definitions: TestDefinitions = .duty,
        _ body: (TestSystem) async throws -> Result
    ) async throws -> Result {
        try await TemporaryDatabase.with { database in
            try await kind.with(partitions: partitions, database) { store, openLog in
                let system = try await TestSystem(database, store, openLog)
                do {
                    _ = try await system.definitions.publish(try definitions.published(at: Self.start))
                    try await system.gateway.start()
                    let result = try await body(system)
                    try await system.close()
                    return result
                } catch {
                    try? await system.close()
                    throw error
                }
            }
        }
    }

    private init(
        _ database: TemporaryDatabase, _ memory: MemoryLogStore?, _ openLog: @escaping @Sendable () -> any Log
    ) async throws {
        self.database = database
        self.memory = memory
        self.openLog = openLog
        self.clock = ManualClock(Self.start)
        self.telemetry = Telemetry(metrics: self.metrics, clock: self.clock)
        self.log = openLog()
        try await self.log.prepare()
        self.pool = PostgresPool(database.configuration, size: 8, logger: .tests)
        self.keyFile = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).key")
        self.definitions = try await DefinitionStore.open(log: self.log, logger: .tests)
        self.vault = try await Vault.open(self.pool, keyFile: self.keyFile)
        self.views = ReadModels(pool: self.pool)
        self.gateway = LogGateway(
            log: self.log, definitions: self.definitions, vault: self.vault, workflows: self.views,
            carrier: LaneCarrier(views: self.views, vault: self.vault),
            patience: .seconds(120), logger: .tests, telemetry: self.telemetry)
        self.tally = AnswerTally(self.log)
    }

    private func close() async throws {
        let roles = self.roles.withLock { roles in
            defer { roles = [] }
            return roles
        }
        await self.gateway.close()
        var failure: (any Error)?
        for role in roles { do { try await role.stop() } catch { failure = failure ?? error } }
        await self.tally.close()
        await self.log.close()
        await self.pool.close()
        try? FileManager.default.removeItem(at: self.keyFile)
        if let failure { throw failure }
    }
}
