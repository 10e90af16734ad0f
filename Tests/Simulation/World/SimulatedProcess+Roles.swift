import Redressal
import RedressalRuntime
import Synchronization

extension SimulatedProcess {
    /// So little that engines let go of cases, and bring them again, all the time.
    private static let limits = MemoryLimits(cases: 1, answers: 2, outcomes: 6)

    /// Decides commands, as `redressal engine` does.
    func runEngine() async {
        let engine = Engine(
            log: SimulatedLog(self), definitions: self.world.definitions, snapshots: SimulatedStore(process: self),
            clock: self.world.clock, name: self.name, logger: .silent, limits: Self.limits,
            pace: VirtualClock(scheduler: self.world.scheduler))
        do { try await engine.run() } catch { self.note("cannot run: \(error)") }
    }

    /// Folds events and sends timers, as `redressal worker` does.
    func runWorker() async {
        let clock = VirtualClock(scheduler: self.world.scheduler)
        let log = SimulatedLog(self)
        let worker = Worker(
            log: log, store: SimulatedStore(process: self),
            escalator: Escalator(
                log: log, timers: SimulatedTimers(process: self), clock: self.world.clock, pace: clock,
                logger: .silent),
            logger: .silent, pace: clock,
            join: { try await self.join(MemoryLog(self.world.workers), as: self.name) })
        do { try await worker.run() } catch { self.note("cannot run: \(error)") }
    }

    /// Takes commands, as `redressal gateway` does.
    func runGateway() async {
        let gateway = LogGateway(
            log: SimulatedLog(self), definitions: self.world.definitions, vault: NoKeys(), workflows: self,
            patience: .seconds(5), pace: VirtualClock(scheduler: self.world.scheduler), logger: .silent)
        while !self.isDead, !Task.isCancelled {
            do {
                try await gateway.start()
                break
            } catch {
                self.note("cannot start: \(error)")
                await self.world.scheduler.sleep(until: self.world.scheduler.time + .milliseconds(50))
            }
        }
        self.open(gateway)
        // Until it is stopped.
        await self.world.scheduler.sleep(until: .seconds(10_000_000))
        self.open(nil)
        await gateway.close()
    }
}

extension SimulatedProcess: CaseWorkflows {
    func workflows(of cases: Set<CaseID>) async throws -> [CaseID: String] {
        try await self.step()
        if self.world.isDatabaseAway { throw WorldFailure("the database is away") }
        return self.world.tables.withLock { tables in
            tables.states.filter { cases.contains($0.key) }.mapValues(\.workflow.name)
        }
    }

    func reaches(_ offset: Int64, of partition: Int) async throws -> Bool {
        try await self.step()
        if self.world.isDatabaseAway { throw WorldFailure("the database is away") }
        return self.world.tables.withLock { $0.positions[partition]?.next ?? 0 >= offset }
    }
}

/// Simulated clients seal what is personal themselves, always to the same bytes.
private struct NoKeys: PersonKeyring {
    func prepare(_ subjects: Set<String>) async throws -> PersonKeys { PersonKeys() }
}
