import Redressal
import RedressalRuntime

/// The log as one process of a simulated world sees it: a log in memory behind everything that can go wrong on the way.
struct SimulatedLog: Log {
    let process: SimulatedProcess
    private let memory: MemoryLog
    private var world: World { self.process.world }

    init(_ process: SimulatedProcess) {
        self.process = process
        self.memory = MemoryLog(process.world.log)
    }

    var partitionCount: Int { self.memory.partitionCount }

    func prepare() async throws(LogError) {}

    func append(_ records: [NewRecord]) async throws(LogError) -> [Int64] {
        try await self.process.step()
        switch self.world.strike(.append, oneIn: 12) ? self.world.pick(3) : nil {
        case 0: throw LogError(.unavailable, "the log is away")
        case 1: throw LogError(.unknownOutcome, "no answer to an append came in time, and it was not done")
        case 2:
            _ = try await self.put(records)
            throw LogError(.unknownOutcome, "no answer to an append came in time, and it was done")
        default: break
        }
        let offsets = try await self.put(records)
        if self.world.strike(.duplicate, oneIn: 10) { _ = try await self.put(records) }
        try await self.process.step()
        return offsets
    }

    private func put(_ records: [NewRecord]) async throws(LogError) -> [Int64] {
        let offsets = try await self.memory.append(records)
        self.process.note("appends \(records.map { "\($0.topic) \($0.key ?? "–")" }.joined(separator: ", "))")
        self.world.scheduler.ring()
        return offsets
    }

    func reader(of topic: Topic, from offsets: [Int: Int64]) async throws(LogError) -> any LogReader {
        try await self.process.step()
        return SimulatedLogReader(try await self.memory.reader(of: topic, from: offsets), of: topic, for: self.process)
    }

    func end(of topic: Topic, partition: Int) async throws(LogError) -> Int64 {
        try await self.process.step()
        let end = try await self.memory.end(of: topic, partition: partition)
        guard self.process.isEngine else { return end }
        switch (self.world.options.sabotage, topic) {
        case (.recoverShort, .events): return max(0, end - 1)
        case (.forgetRefusals, .outcomes): return 0
        default: return end
        }
    }

    func takeOwnership(of partition: Int) async throws(LogError) -> any PartitionOwner {
        try await self.process.step()
        let owner = try await self.memory.takeOwnership(of: partition)
        self.process.note("takes partition \(partition) over")
        try await self.process.step()
        return SimulatedOwner(owner, self.memory, for: self.process)
    }

    func joinEngines(as name: String) async throws(LogError) -> any Membership {
        try await self.process.step()
        return try await self.process.join(self.memory, as: name)
    }

    func close() async {}
}
