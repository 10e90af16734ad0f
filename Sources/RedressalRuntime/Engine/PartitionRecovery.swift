import Logging
import Redressal

/// Makes a partition's engine anew: from snapshots and what the log holds after them, or from the whole log.
struct PartitionRecovery: Sendable {
    /// How many records are taken in together.
    private static let batchSize = 1000

    let partition: Int
    let log: any Log
    let snapshots: any CaseSnapshots
    let limits: MemoryLimits
    let logger: Logger
    let pulse: LoopPulse

    func run() async throws -> (PartitionEngine, EngineMemory) {
        let start = try await self.start()
        var engine = PartitionEngine(partition: self.partition, of: self.log.partitionCount, from: start)
        var memory = EngineMemory(
            partition: self.partition, snapshots: self.snapshots, limits: self.limits, start: start ?? SnapshotStart(),
            logger: self.logger)
        try await self.read(.events, from: start?.events ?? 0) { records in
            try await memory.bring(records, into: &engine)
            for record in records { engine.recover(event: record) }
        }
        try await self.read(.outcomes, from: start?.outcomes ?? 0) { records in
            let lasting = records.compactMap { OutcomeRecord.lasting($0) }
            try await memory.bring(lasting, into: &engine)
            for outcome in lasting { engine.recover(outcome) }
            if let last = records.last { memory.read(to: last.offset + 1) }
        }
        return (engine, memory)
    }

    /// Where to begin; nil for the very beginning, because no snapshots can be used.
    private func start() async throws -> SnapshotStart? {
        guard let start = try await self.snapshots.start(of: self.partition) else {
            self.logger.notice(
                "no snapshots of this version, reading the whole log",
                metadata: ["partition": "\(self.partition)"])
            return nil
        }
        do {
            try await ProjectionError.check(start.events, of: self.partition, in: self.log)
            return start
        } catch let error as ProjectionError {
            self.logger.error(
                "snapshots are not of this log, reading the whole log",
                metadata: ["partition": "\(self.partition)", "reason": "\(error)"])
            return nil
        }
    }

    private func read(
        _ topic: Topic, from start: Int64, _ take: ([LogRecord]) async throws -> Void
    ) async throws {
        var batch: [LogRecord] = []
        for try await record in LogScan(self.log, topic, partition: self.partition, from: start) {
            batch.append(record)
            guard batch.count == Self.batchSize else { continue }
            try await take(batch)
            batch.removeAll(keepingCapacity: true)
            self.pulse.pass()
        }
        try await take(batch)
    }
}
