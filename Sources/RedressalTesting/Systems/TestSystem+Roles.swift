import Logging
import Redressal
import RedressalRuntime
import Synchronization

extension TestSystem {
    /// Starts an engine with a log and definitions of its own, as in a process of its own.
    ///
    /// - Parameters:
    ///   - snapshots: Nil for those of the read models.
    ///   - limits: How much it keeps in memory.
    @discardableResult
    package func startEngine(
        _ name: String = "engine", snapshots: (any CaseSnapshots)? = nil, limits: MemoryLimits = MemoryLimits()
    ) async throws -> TestRole {
        let log = self.openLog()
        let engine = Engine(
            log: log, definitions: try await DefinitionStore.open(log: log, logger: .tests),
            snapshots: snapshots ?? SnapshotStore(pool: self.pool), clock: self.clock, name: name, logger: .tests,
            limits: limits, telemetry: self.telemetry)
        return self.keep(TestRole({ try await engine.run() }, after: { await log.close() }))
    }

    /// Starts a worker: projector and escalator.
    ///
    /// - Parameter group: Workers of one group share the partitions; two groups do not know each other, and fight.
    @discardableResult
    package func startWorker(_ name: String = "worker", group: String = "workers") -> TestRole {
        let configuration = self.database.configuration
        let partitions = self.log.partitionCount
        let worker = Worker(
            log: self.log, store: ReadStore(pool: self.pool), escalator: self.escalator, logger: .tests,
            telemetry: self.telemetry
        ) {
            PostgresMembership(configuration, group: group, partitions: partitions, name: name, logger: .tests)
        }
        return self.keep(TestRole { try await worker.run() })
    }

    /// What is to be told to whom.
    package var outbox: Outbox { Outbox(pool: self.pool, clock: self.clock) }

    /// Starts a notifier that hands messages to a channel.
    @discardableResult
    package func startNotifier(_ channel: any MessageChannel, _ name: String = "notifier") -> TestRole {
        let configuration = self.database.configuration
        let partitions = self.log.partitionCount
        let definitions = self.definitions
        let notifier = Notifier(
            log: self.log, outbox: self.outbox, channel: channel, vault: self.vault,
            catalog: { definitions.catalog() }, link: nil, logger: .tests, telemetry: self.telemetry
        ) {
            PostgresMembership(configuration, group: "notifiers", partitions: partitions, name: name, logger: .tests)
        }
        return self.keep(TestRole { try await notifier.run() })
    }

    /// The escalator, for rounds by hand.
    package var escalator: Escalator {
        Escalator(
            log: self.log, timers: TimerQueue(pool: self.pool), clock: self.clock, logger: .tests,
            telemetry: self.telemetry)
    }

    func keep(_ role: TestRole) -> TestRole {
        self.roles.withLock { $0.append(role) }
        return role
    }
}
