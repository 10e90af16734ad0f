import Logging
import Redressal

/// Folds one partition's events into the read models, batch by batch.
///
/// What is in memory advances only after the commit: after any failure the claim and the states are read anew.
struct PartitionProjector: Sendable {
    let partition: Int
    let log: any Log
    let store: any ProjectionStore
    /// What it waits by.
    var pace: any Clock<Duration> = ContinuousClock()
    let logger: Logger
    var room = ProjectorRoom(sharedBy: 4)
    var metrics = ProjectorMetrics(.none)
    /// Its sign of life.
    var pulse: LoopPulse?

    /// Runs until the task is cancelled.
    func run() async {
        var backoff = Backoff(self.pace)
        var size = self.room.events
        while !Task.isCancelled {
            do {
                try await self.follow(&backoff, &size) { _ in true }
            } catch {
                guard !Task.isCancelled else { return }
                self.pulse?.pass()
                self.metrics.interrupted()
                // What failed because there was too much of it passes in smaller parts.
                size = max(1, size / 2)
                self.logger.warning(
                    "projection interrupted, going on from what is committed",
                    metadata: ["partition": "\(self.partition)", "reason": "\(error)"])
                await backoff.wait()
            }
        }
    }

    /// Folds up to an offset and returns.
    ///
    /// - Parameter onMove: Told the offset to go on from, after every commit.
    func catchUp(to end: Int64, _ onMove: (Int64) -> Void) async throws {
        var backoff = Backoff(self.pace)
        var size = self.room.events
        try await self.follow(&backoff, &size) { position in
            onMove(position)
            return position < end
        }
        try Task.checkCancellation()
    }

    /// - Parameter goesOn: Asked with the offset to read next before every read.
    private func follow(_ backoff: inout Backoff, _ size: inout Int, _ goesOn: (Int64) -> Bool) async throws {
        var claim = try await self.store.claim(self.partition)
        try await ProjectionError.check(claim.position, of: self.partition, in: self.log)
        var cache: [CaseID: CaseState] = [:]
        let reader = try await self.log.reader(of: .events, from: [self.partition: claim.position])
        do {
            while !Task.isCancelled, goesOn(claim.position) {
                self.pulse?.pass()
                let batch = try await reader.next(size, wait: .seconds(5))
                for run in batch.runs(of: self.partition, bytes: self.room.bytes) where run.next > claim.position {
                    try await self.project(run.records, &claim, to: run.next, &cache)
                    backoff.reset()
                    size = min(self.room.events, size * 2)
                }
            }
        } catch {
            await reader.close()
            throw error
        }
        await reader.close()
    }

    /// Folds a batch and writes it; a batch ends at an event's end because a record is an event.
    private func project(
        _ records: [LogRecord], _ claim: inout PartitionClaim, to next: Int64, _ cache: inout [CaseID: CaseState]
    ) async throws {
        let events = records.map { LoggedEvent($0) }
        let cases = Set(events.compactMap { $0.event?.case })
        var known: [CaseID: CaseState] = [:]
        for id in cases { known[id] = cache[id] }
        let stored = try await self.store.states(of: cases.filter { known[$0] == nil })
        if cache.count > self.room.cases { cache = known }
        var fold = PartitionFold(epoch: claim.epoch, cases: stored.merging(known) { $1 })
        var changes = RowChanges(partition: self.partition)
        for (record, event) in zip(records, events) { changes.add(fold.fold(event), hash: event.hash, of: record) }
        let began = ContinuousClock.now
        try await self.store.write(changes, claim, to: next, epoch: fold.acceptance.epoch)
        claim.position = next
        claim.epoch = fold.acceptance.epoch
        cache.merge(changes.states) { $1 }
        self.metrics.wrote(changes, oldest: events.lazy.compactMap(\.event?.recorded).first, since: began)
        self.report(changes.voids, of: zip(records, events))
    }
}
