import Redressal
import RedressalRuntime

/// One empty implementation of the read models, as ``ReadModelContract`` needs it.
package struct ReadModelSubject: Sendable {
    /// What a projector writes to.
    let store: any ProjectionStore
    /// What an escalator asks.
    let timers: any DueTimers
    /// What an engine asks.
    let snapshots: any CaseSnapshots

    package init(store: any ProjectionStore, timers: any DueTimers, snapshots: any CaseSnapshots) {
        self.store = store
        self.timers = timers
        self.snapshots = snapshots
    }

    /// Writes all of a history that is not written yet, as a worker does who has just taken the partition.
    ///
    /// - Returns: What was written.
    @discardableResult
    func write(_ history: inout ContractHistory) async throws -> RowChanges {
        let claim = try await self.store.claim(history.partition)
        let changes = history.changes()
        try await self.store.write(changes, claim, to: history.end, epoch: history.epoch)
        return changes
    }
}
