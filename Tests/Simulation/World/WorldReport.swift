/// How a world went.
struct WorldReport: Sendable {
    /// What did not hold; empty when all did.
    let faults: [String]
    /// What happened, line by line; empty when it is not kept.
    let history: [String]
    /// A number that two equal histories share.
    let digest: String
    let jobs: Int

    /// Lives a world through.
    static func of(_ options: WorldOptions, in town: SimulatedTown) -> WorldReport {
        let scheduler = Scheduler(seed: options.seed)
        JobHook.use(scheduler)
        defer { JobHook.use(nil) }
        let world = World(options, town, scheduler)
        let result = Box<[String]>()
        Task {
            let unsettled = await world.live()
            let faults = await Audit.faults(of: world)
            result.set((unsettled.map { ["no progress: \($0)"] } ?? []) + faults)
        }
        let ending = scheduler.run(most: 300_000) { result.value != nil }
        var faults = result.value ?? []
        switch ending {
        case .over: break
        case .stuck: faults.append("no progress: nobody can go on")
        case .endless: faults.append("no progress: no end after \(scheduler.jobs) jobs")
        }
        return WorldReport(
            faults: faults, history: world.history.lines, digest: world.history.digest, jobs: scheduler.jobs)
    }
}
