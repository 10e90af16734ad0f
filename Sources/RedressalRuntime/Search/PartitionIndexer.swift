import Logging
import Redressal

/// Indexes one partition's cases, as events tell of changes and the read models have them.
///
/// Of an event only its key is looked at: whatever happened, the case is indexed as it stands, which may be later than the event.
/// So an event that is void, or comes again, does no harm.
struct PartitionIndexer: Sendable {
    /// The most events, and the most bytes of them, whose cases are indexed in one transaction.
    private static let mostEvents = 1000
    private static let mostBytes = 8 * 1024 * 1024
    /// How long to wait before the read models are looked at again.
    private static let pause = Duration.milliseconds(50)
    /// How long to rest after a few events, so that a case to which several things happen meanwhile is indexed once for all of them:
    /// its words cost more than anything else that an event brings.
    private static let rest = Duration.milliseconds(250)
    /// With more events in one go there is more to catch up with, and no rest.
    private static let fewEvents = 500

    let partition: Int
    let log: any Log
    let store: SearchStore
    /// What it waits by.
    let pace: any Clock<Duration>
    let logger: Logger
    let metrics: SearchMetrics
    /// Its sign of life.
    let pulse: LoopPulse

    /// Runs until the task is cancelled.
    func run() async {
        var backoff = Backoff(self.pace)
        while !Task.isCancelled {
            do {
                try await self.follow(&backoff)
            } catch {
                guard !Task.isCancelled else { break }
                self.pulse.pass()
                self.metrics.interrupted()
                self.logger.warning(
                    "indexing interrupted, going on from what is committed",
                    metadata: ["partition": "\(self.partition)", "reason": "\(error)"])
                await backoff.wait()
            }
        }
        self.metrics.handedOver(self.pulse)
    }

    private func follow(_ backoff: inout Backoff) async throws {
        var claim = try await self.store.claim(self.partition)
        let reader = try await self.log.reader(of: .events, from: [self.partition: claim.position])
        do {
            while !Task.isCancelled {
                self.pulse.pass()
                let isDone = try await self.indexStale(claim)
                let batch = try await reader.next(Self.mostEvents, wait: isDone ? .seconds(5) : .zero)
                for run in batch.runs(of: self.partition, bytes: Self.mostBytes) where run.next > claim.position {
                    try await self.index(run, &claim)
                    backoff.reset()
                }
                if 1...Self.fewEvents ~= batch.records.count { try await self.pace.sleep(for: Self.rest) }
            }
        } catch {
            await reader.close()
            throw error
        }
        await reader.close()
    }

    /// - Returns: Whether no more are to be indexed anew.
    private func indexStale(_ claim: SearchStore.Claim) async throws -> Bool {
        let cases = try await self.store.stale(self.partition, most: Self.mostEvents)
        guard !cases.isEmpty else { return true }
        try await self.store.index(cases, claim, to: claim.position)
        self.metrics.indexed(cases.count)
        return false
    }

    private func index(_ run: LogBatch.Run, _ claim: inout SearchStore.Claim) async throws {
        if let last = run.records.last {
            while try await !self.store.isFolded(last.offset + 1, of: self.partition) {
                self.pulse.pass()
                try await self.pace.sleep(for: Self.pause)
            }
        }
        let cases = Set(run.records.compactMap(\.key)).map { CaseID($0) }
        try await self.store.index(cases, claim, to: run.next)
        claim.position = run.next
        self.metrics.indexed(cases.count)
    }
}
