import Logging
import Redressal

/// Owns one partition: takes it over, reads to the end, and decides its commands batch by batch.
struct PartitionOwnerLoop: Sendable {
    /// The most commands in one transaction, and the most bytes of them.
    private static let batchSize = 1000
    private static let batchBytes = 8 * 1024 * 1024

    let partition: Int
    let log: any Log
    let definitions: DefinitionStore
    let snapshots: any CaseSnapshots
    let limits: MemoryLimits
    let clock: any WallClock
    /// What it waits by.
    let pace: any Clock<Duration>
    let name: String
    let logger: Logger
    let metrics: EngineMetrics

    /// Runs until the task is cancelled; after a failed commit it takes the partition over again and reads what is true.
    func run() async {
        let pulse = self.metrics.given(self.partition)
        defer { self.metrics.handedOver(self.partition, pulse) }
        var backoff = Backoff(self.pace)
        while !Task.isCancelled {
            do {
                try await self.own(&backoff, pulse)
            } catch {
                // Whoever is stopped loses nothing, whatever the stop broke off.
                guard !Task.isCancelled else { return }
                pulse.pass()
                self.metrics.lost(self.partition, error)
                self.logger.warning(
                    "partition lost, taking it over again",
                    metadata: ["partition": "\(self.partition)", "reason": "\(error)"])
                await backoff.wait()
            }
        }
    }

    private func own(_ backoff: inout Backoff, _ pulse: LoopPulse) async throws {
        let began = ContinuousClock.now
        let owner = try await self.log.takeOwnership(of: self.partition)
        do {
            try await self.serve(owner, &backoff, pulse, since: began)
        } catch {
            await owner.release()
            throw error
        }
        await owner.release()
    }

    private func serve(
        _ owner: any PartitionOwner, _ backoff: inout Backoff, _ pulse: LoopPulse,
        since began: ContinuousClock.Instant
    ) async throws {
        try await self.definitions.refresh()
        var (engine, memory) = try await PartitionRecovery(
            partition: self.partition, log: self.log, snapshots: self.snapshots, limits: self.limits,
            logger: self.logger, pulse: pulse
        ).run()
        let announcement = try engine.takeOwnership(by: self.name, now: self.clock.now())
        _ = try await owner.commit([announcement], position: nil)
        let position = try await owner.position()
        let reader = try await self.log.reader(of: .commands, from: [self.partition: position])
        self.logger.debug(
            "partition taken over",
            metadata: ["partition": "\(self.partition)", "cases": "\(engine.caseCount)"])
        self.metrics.tookOver(self.partition, at: position, since: began)
        do {
            while !Task.isCancelled {
                pulse.pass()
                let batch = try await reader.next(Self.batchSize, wait: .seconds(5))
                for run in batch.runs(of: self.partition, bytes: Self.batchBytes) where !run.records.isEmpty {
                    try await self.decide(run, &engine, &memory, owner)
                    backoff.reset()
                }
            }
        } catch {
            await reader.close()
            throw error
        }
        await reader.close()
    }

    /// Decides a batch and commits all that follows from it with the position moved past it.
    private func decide(
        _ batch: LogBatch.Run, _ engine: inout PartitionEngine, _ memory: inout EngineMemory,
        _ owner: any PartitionOwner
    ) async throws {
        // What was published before a command was sent must be known when it is decided.
        try await self.definitions.refresh()
        // A cancelled refresh may have stopped short; deciding on what it left would refuse what is published.
        try Task.checkCancellation()
        let brought = try await memory.bring(batch.records, into: &engine)
        self.metrics.holds(engine.caseCount, brought: brought, self.partition)
        let catalog = self.definitions.catalog()
        var records: [NewRecord] = []
        let began = ContinuousClock.now
        for record in batch.records {
            let made = engine.decide(record, catalog: catalog, now: self.clock.now())
            if made.isEmpty {
                self.logger.warning(
                    "foreign record in the commands topic passed over",
                    metadata: ["partition": "\(self.partition)", "offset": "\(record.offset)"])
            }
            records += made
        }
        self.metrics.decided(since: began)
        let decided = ContinuousClock.now
        let offsets = try await owner.commit(records, position: batch.next)
        self.tell(&engine.tally, to: batch.next, since: decided)
        try await memory.committed(records, at: offsets, by: &engine)
    }
}
