/// The towns that worlds are in: one for each shipped workflow, by turns.
struct Towns {
    private let all: [SimulatedTown]

    /// - Parameter home: The folder with `workflows/`.
    init(home: String) throws {
        let scheduler = Scheduler(seed: 0)
        JobHook.use(scheduler)
        defer { JobHook.use(nil) }
        let names = try SimulatedTown.names(home: home)
        let made = Box<Result<[SimulatedTown], any Error>>()
        Task {
            do {
                var towns: [SimulatedTown] = []
                for name in names { towns.append(try await SimulatedTown.make(name, home: home)) }
                made.set(.success(towns))
            } catch {
                made.set(.failure(error))
            }
        }
        _ = scheduler.run(most: 1_000_000) { made.value != nil }
        guard let towns = made.value else { throw WorldFailure("the definitions cannot be published") }
        self.all = try towns.get()
    }

    subscript(seed: UInt64) -> SimulatedTown { self.all[Int(seed % UInt64(self.all.count))] }
}
