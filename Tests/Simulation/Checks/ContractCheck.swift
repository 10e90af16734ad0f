import RedressalTesting

/// Holds the simulated read models to the contract that PostgreSQL's are held to, in worlds without faults.
enum ContractCheck {
    /// - Throws: ``WorldFailure`` with the first promise that is broken.
    static func run(_ towns: Towns) throws {
        for promise in ReadModelContract.allCases {
            guard let broken = Self.broken(promise, towns[0]) else { continue }
            throw WorldFailure("the simulated read models do not keep the promise '\(promise)': \(broken)")
        }
    }

    private static func broken(_ promise: ReadModelContract, _ town: SimulatedTown) -> String? {
        let scheduler = Scheduler(seed: 0)
        JobHook.use(scheduler)
        defer { JobHook.use(nil) }
        var options = WorldOptions(seed: 0)
        options.faults = []
        let world = World(options, town, scheduler)
        let result = Box<[String]>()
        Task {
            let process = SimulatedProcess(.worker, 0, in: world)
            let store = SimulatedStore(process: process)
            do {
                try await promise.check(
                    ReadModelSubject(store: store, timers: SimulatedTimers(process: process), snapshots: store))
                result.set([])
            } catch {
                result.set(["\(error)"])
            }
        }
        let ending = scheduler.run(most: 10_000) { result.value != nil }
        return ending == .over ? result.value?.first : "nobody can go on"
    }
}
