import Foundation
import Kafka
import Logging
import Postgres
import Redressal
import RedressalRuntime

/// The parts of one installation, put together from the options: the only place that knows every implementation.
struct Installation: Sendable {
    /// How many events the read models may be behind before the gateway pushes back.
    static let lagLimit: Int64 = 20_000

    let home: URL
    let database: PostgresConfiguration
    let pool: PostgresPool
    let log: any Log
    let definitions: DefinitionStore
    /// Where the key is that wraps persons' keys; only those who seal or open need it.
    let keyFile: URL
    let views: ReadModels
    let clock: any WallClock
    let logger: Logger
    /// The process's metrics, and what its parts tell them with.
    let metrics: MetricsRegistry
    let telemetry: Telemetry

    /// Connects, and checks that the database and the log are prepared.
    ///
    /// - Throws: ``CommandFailure`` with what to do about it.
    static func open(_ options: CommonOptions, clock: any WallClock = SystemClock()) async throws -> Installation {
        let logger = try options.logger("redressal")
        let home = try options.homeFolder()
        let database = PostgresConfiguration(try options.database())
        let metrics = MetricsRegistry()
        let telemetry = Telemetry(metrics: metrics, clock: clock)
        var pooled = database
        pooled.observer = .metrics(telemetry, pool: "read")
        let pool = PostgresPool(pooled, size: 24, logger: logger)
        try await PostgresConnection.with(database, logger: logger) { connection in
            try await Self.checkMigrations(home, connection)
            try await LogNote.check(options, on: connection)
        }
        let log = try await LogWiring.open(options, pool: pool, logger: logger, telemetry: telemetry)
        return Installation(
            home: home, database: database, pool: pool, log: log,
            definitions: try await DefinitionStore.open(log: log, logger: logger),
            keyFile: options.keyFile(), views: ReadModels(pool: pool), clock: clock, logger: logger,
            metrics: metrics, telemetry: telemetry)
    }

    private static func checkMigrations(_ home: URL, _ connection: PostgresConnection) async throws {
        let migrator = try Migrator(directory: home.appendingPathComponent("schemas/postgres"))
        let pending = try await migrator.pending(on: connection)
        guard pending.isEmpty else {
            throw CommandFailure(
                .unreachable,
                "expected the database to have migration \(pending[0].fileName) but it has not: run `redressal migrate`"
            )
        }
    }

    /// Seals and opens personal fields.
    ///
    /// - Throws: `VaultError` when the key file is missing or another than the installation's.
    func vault() async throws -> Vault { try await Vault.open(self.pool, keyFile: self.keyFile) }

    /// A gateway that listens for outcomes; close it after use.
    func gateway(pushingBack: Bool = false, patience: Duration = .seconds(30)) async throws -> LogGateway {
        let views = self.views
        let log = self.log
        let lag = pushingBack ? LagProbe(limit: Self.lagLimit) { try await views.lag(behind: log) } : nil
        let vault = try await self.vault()
        let gateway = LogGateway(
            log: log, definitions: self.definitions, vault: vault, workflows: views,
            carrier: LaneCarrier(views: views, vault: vault), lag: lag,
            patience: patience, logger: self.logger, telemetry: self.telemetry)
        try await gateway.start()
        return gateway
    }

    /// An engine that shares partitions by sessions in the database, whichever log is used.
    ///
    /// A process that dies frees its partitions at once, while a Kafka group waits for a timeout. Who may write is the
    /// log's own fencing.
    func engine() -> Engine {
        let join = self.membership(group: "redressal-engines")
        return Engine(
            log: self.log, definitions: self.definitions, snapshots: self.snapshots, clock: self.clock,
            name: Self.processName, logger: self.logger, telemetry: self.telemetry, join: join)
    }

    /// - Parameter partitions: How many places there are to share out; nil takes the log's partitions.
    func membership(group: String, partitions: Int? = nil) -> @Sendable () async throws -> any Membership {
        let database = self.database
        let partitions = partitions ?? self.log.partitionCount
        let logger = self.logger
        return {
            PostgresMembership(
                database, group: group, partitions: partitions, name: Self.processName, logger: logger)
        }
    }

    func worker() -> Worker {
        Worker(
            log: self.log, store: ReadStore(pool: self.pool),
            escalator: Escalator(
                log: self.log, timers: TimerQueue(pool: self.pool), clock: self.clock, logger: self.logger,
                telemetry: self.telemetry),
            logger: self.logger, telemetry: self.telemetry, join: self.membership(group: "redressal-workers"))
    }

    private var snapshots: SnapshotStore { SnapshotStore(pool: self.pool) }

    var readSets: ReadSetBuilder { ReadSetBuilder(log: self.log, pool: self.pool, logger: self.logger) }

    /// Deletes old outcomes every hour.
    func pruning() -> Role {
        let pruner = OutcomePruner(log: self.log, snapshots: self.snapshots, logger: self.logger)
        return Role { await pruner.run() }
    }

    /// Waits until every event is in the read models.
    func settle() async throws {
        while try await self.views.lag(behind: self.log) > 0 { try await Task.sleep(for: .milliseconds(20)) }
    }

    func close() async {
        await self.log.close()
        await self.pool.close()
    }

    /// What this process is called in the log and among its like.
    static var processName: String {
        "\(ProcessInfo.processInfo.hostName)-\(ProcessInfo.processInfo.processIdentifier)"
    }
}
