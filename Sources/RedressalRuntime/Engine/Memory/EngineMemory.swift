import Logging
import Redressal

/// Brings cases into a partition's engine when they are needed, and has it let go of them when they are many.
struct EngineMemory {
    let partition: Int
    let snapshots: any CaseSnapshots
    let limits: MemoryLimits
    let logger: Logger
    /// How far the snapshots must go, for they told of everything before when cases were let go of.
    private var floor: Int64
    /// The offset of the first outcome that was neither read nor written here, and how far outcomes are kept.
    private var outcomes: Int64
    private var kept: Int64
    /// With how many cases it next looks whether some can be let go of.
    private var full: Int

    init(
        partition: Int, snapshots: any CaseSnapshots, limits: MemoryLimits, start: SnapshotStart, logger: Logger
    ) {
        self.partition = partition
        self.snapshots = snapshots
        self.limits = limits
        self.logger = logger
        self.floor = start.events
        self.outcomes = start.outcomes
        self.kept = start.outcomes
        self.full = limits.cases
    }

    /// Brings the cases of records that the engine does not hold.
    ///
    /// - Returns: How many those are.
    @discardableResult
    func bring(_ records: [LogRecord], into engine: inout PartitionEngine) async throws -> Int {
        try await self.bring(engine.unknown(among: records), into: &engine)
    }

    /// Brings the cases of outcomes that the engine does not hold.
    func bring(_ outcomes: [Outcome], into engine: inout PartitionEngine) async throws {
        _ = try await self.bring(engine.unknown(among: outcomes.lazy.map(\.case)), into: &engine)
    }

    private func bring(_ unknown: Set<CaseID>, into engine: inout PartitionEngine) async throws -> Int {
        guard !unknown.isEmpty else { return 0 }
        engine.learn(try await self.snapshots.load(unknown, of: self.partition, notBefore: self.floor))
        return unknown.count
    }

    /// Takes note of how far the outcomes topic was read.
    mutating func read(to next: Int64) { self.outcomes = max(self.outcomes, next) }

    /// Takes note of what was committed, keeps answers, and lets go of cases, when there are many of either.
    mutating func committed(
        _ records: [NewRecord], at offsets: [Int64], by engine: inout PartitionEngine
    ) async throws {
        engine.committed(records, at: offsets)
        // There is nowhere to bring a case from again, and no note of which answers somebody else would miss.
        guard !engine.holdsAll else { return }
        for (record, offset) in zip(records, offsets) where record.topic == .outcomes { self.read(to: offset + 1) }
        let isFull = engine.caseCount > self.full
        if engine.unkept.count >= self.limits.answers || self.outcomes - self.kept >= self.limits.outcomes
            || isFull && !engine.unkept.isEmpty
        {
            await self.keepAnswers(of: &engine)
        }
        if isFull { try await self.letGo(from: &engine) }
    }

    /// What cannot be kept now is kept later: until then it is in the log.
    private mutating func keepAnswers(of engine: inout PartitionEngine) async {
        let answers = engine.unkept
        do {
            try await self.snapshots.keep(answers, of: self.partition, to: self.outcomes)
            engine.kept(answers.count)
            self.kept = self.outcomes
        } catch {
            self.logger.warning(
                "answers were not kept",
                metadata: ["partition": "\(self.partition)", "answers": "\(answers.count)", "reason": "\(error)"])
        }
    }

    private mutating func letGo(from engine: inout PartitionEngine) async throws {
        guard let start = try await self.snapshots.start(of: self.partition) else {
            throw SnapshotError.otherVersion(partition: self.partition)
        }
        // Half of them, so that it is not done again after every batch.
        engine.forget(before: start.events, downTo: self.limits.cases / 2)
        self.floor = max(self.floor, start.events)
        // While workers are behind, few can go: then not after every batch.
        self.full = max(self.limits.cases, engine.caseCount + self.limits.cases / 4)
    }
}
