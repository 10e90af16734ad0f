import Redressal
import RedressalRuntime
import Synchronization

/// The read models as one process sees them: transactions that may fail, or whose outcome nobody knows.
struct SimulatedStore: ProjectionStore {
    let process: SimulatedProcess
    var world: World { self.process.world }

    func claim(_ partition: Int) async throws -> PartitionClaim {
        try await self.reach()
        let claim = self.world.tables.withLock { tables in
            tables.positions[partition, default: .init()].token += 1
            let position = tables.positions[partition] ?? .init()
            return PartitionClaim(
                partition: partition, token: position.token, position: position.next, epoch: position.epoch)
        }
        try await self.process.step()
        return claim
    }

    func states(of cases: Set<CaseID>) async throws -> [CaseID: CaseState] {
        try await self.reach()
        return self.world.tables.withLock { tables in tables.states.filter { cases.contains($0.key) } }
    }

    func write(_ changes: RowChanges, _ claim: PartitionClaim, to next: Int64, epoch: Int64) async throws {
        // By itself it would rarely stand still just here, where it could do the most harm when it goes on.
        if self.world.strike(.freeze, oneIn: 60) { self.world.freeze(self.process) }
        try await self.reach()
        let fault = self.world.strike(.database, oneIn: 15) ? self.world.pick(2) : nil
        if fault == 0 {
            if self.world.options.sabotage == .positionBeforeRows {
                self.world.tables.withLock { $0.positions[claim.partition]?.next = next }
            }
            throw WorldFailure("the transaction was rolled back")
        }
        try self.world.tables.withLock { tables in
            let position = tables.positions[claim.partition] ?? .init()
            if self.world.options.sabotage != .ignoreClaim {
                guard position.token == claim.token else { throw ProjectionError.fenced(partition: claim.partition) }
                guard position.next == claim.position else {
                    throw ProjectionError.positionMoved(
                        partition: claim.partition, expected: claim.position, found: position.next)
                }
            }
            try tables.apply(changes, overwriting: self.world.options.sabotage == .ignoreClaim)
            tables.positions[claim.partition] = .init(
                token: position.token, next: next, epoch: epoch,
                recorded: [position.recorded, changes.recorded].compactMap { $0 }.max())
        }
        self.process.note("folds partition \(claim.partition) to \(next)")
        if fault == 1 { throw WorldFailure("no answer to a commit came in time, and it was done") }
        try await self.process.step()
    }

    func reach() async throws {
        try await self.process.step()
        if self.world.isDatabaseAway { throw WorldFailure("the database is away") }
    }
}
