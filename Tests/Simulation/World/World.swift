import Logging
import Redressal
import RedressalRuntime
import Synchronization

/// A whole system in one thread: engines, workers and gateways that run the code that ships, a log, read models and
/// clocks in memory, clients, and a storm of faults; all of it follows from a seed.
final class World: Sendable {
    static let partitions = 2

    private struct State {
        var random: SeededGenerator
        var isStormy = true
        var isOver = false
        /// How many dead processes are still to be replaced.
        var missing = 0
        var databaseBack = Duration.zero
        /// What owners could not commit.
        var lost: [NewRecord] = []
        /// The highest epoch announced in each partition.
        var epochs: [Int: Int64] = [:]
        var processes: [SimulatedProcess] = []
        var started = 0
    }

    let options: WorldOptions
    let scheduler: Scheduler
    let history: History
    let clock: SimulatedWallClock
    let log: MemoryLogStore
    /// Only its group is used, for the workers.
    let workers = MemoryLogStore(partitionCount: World.partitions)
    let tables = Mutex(SimulatedTables())
    let ledger = Ledger()
    let definitions: DefinitionStore
    let commands: WalkCommands
    private let state: Mutex<State>

    /// - Parameter scheduler: Where its jobs run.
    init(_ options: WorldOptions, _ town: SimulatedTown, _ scheduler: Scheduler) {
        self.options = options
        self.scheduler = scheduler
        self.history = History(scheduler, isKept: options.keepsHistory)
        self.clock = SimulatedWallClock(scheduler)
        self.log = MemoryLogStore(partitionCount: Self.partitions, leavesHoles: options.seed % 2 == 1)
        self.definitions = town.definitions
        self.commands = WalkCommands(town.workflow)
        self.state = Mutex(State(random: SeededGenerator(seed: options.seed ^ 0x5EED)))
    }

    var workflow: WorkflowDefinition { self.commands.workflow }

    /// A number below another.
    func pick(_ count: Int) -> Int { self.state.withLock { Int.random(in: 0..<count, using: &$0.random) } }

    /// Makes use of the world's random numbers.
    func withRandom<Result>(_ body: (inout SeededGenerator) -> Result) -> Result {
        // Out of the lock meanwhile: what is made up may ask the world too.
        var random = self.state.withLock { SeededGenerator(seed: $0.random.next()) }
        return body(&random)
    }

    /// Whether a fault strikes now.
    func strike(_ fault: Fault, oneIn count: Int) -> Bool {
        guard self.options.faults.contains(fault), self.state.withLock(\.isStormy) else { return false }
        return self.pick(count) == 0
    }

    // MARK: Processes

    var processes: [SimulatedProcess] { self.state.withLock(\.processes) }

    /// Starts a process that runs until it dies or is stopped.
    func start(_ kind: SimulatedProcess.Kind) {
        let process = self.state.withLock { state -> SimulatedProcess? in
            guard !state.isOver else { return nil }
            state.started += 1
            let process = SimulatedProcess(kind, state.started, in: self)
            state.processes.append(process)
            return process
        }
        guard let process else { return }
        process.note("starts")
        process.start { [self] in
            switch kind {
            case .engine: await process.runEngine()
            case .worker: await process.runWorker()
            case .gateway: await process.runGateway()
            }
            self.forget(process)
        }
    }

    /// Starts another process in a dead one's place, after a while.
    func replace(_ dead: SimulatedProcess, at time: Duration) {
        self.state.withLock { $0.missing += 1 }
        Task {
            await self.scheduler.sleepThrough(until: time)
            self.start(dead.kind)
            self.state.withLock { $0.missing -= 1 }
        }
    }

    /// Whether dead processes are still to be replaced.
    var isShorthanded: Bool { self.state.withLock { $0.missing > 0 } }

    /// Starts nothing any more.
    func end() { self.state.withLock { $0.isOver = true } }

    private func forget(_ process: SimulatedProcess) {
        self.state.withLock { $0.processes.removeAll { $0 === process } }
    }

    // MARK: Faults

    /// The end of all faults.
    func calm() {
        self.state.withLock { $0.isStormy = false }
        for process in self.processes { process.freeze(until: .zero) }
        self.history.note("world", "the storm is over")
    }

    var isDatabaseAway: Bool { self.state.withLock { $0.isStormy && $0.databaseBack > self.scheduler.time } }

    func takeDatabaseAway(until time: Duration) { self.state.withLock { $0.databaseBack = time } }

    /// Takes note of what an owner could not commit.
    func remember(_ records: [NewRecord]) {
        guard self.options.faults.contains(.staleWrite) else { return }
        self.state.withLock { $0.lost += records }
    }

    /// Takes note of who took a partition over.
    func announced(_ records: [NewRecord]) {
        for record in records where record.topic == .events && record.key == nil {
            guard let facts = try? CanonicalJSON.decode(OwnershipRecord.self, from: record.value).facts else {
                continue
            }
            self.state.withLock { $0.epochs[record.partition] = max($0.epochs[record.partition] ?? 0, facts.epoch) }
        }
    }

    /// A run of what former owners could not commit.
    func lostRecords() -> [NewRecord] {
        let lost = self.state.withLock { state in
            state.lost.filter { record in
                guard let event = try? CanonicalJSON.decode(EventRecord.self, from: record.value) else { return false }
                return event.epoch < state.epochs[record.partition] ?? 0
            }
        }
        guard !lost.isEmpty else { return [] }
        return Array(lost[self.pick(lost.count)...].prefix(1 + self.pick(4)))
    }
}

extension Logger {
    /// A logger that nobody reads.
    static let silent = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }
}
