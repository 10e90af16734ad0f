import Redressal
import RedressalRuntime

/// The owner of a partition on behalf of one process: its commits may fail, be late, or have an outcome nobody knows.
struct SimulatedOwner: PartitionOwner {
    private let owner: any PartitionOwner
    private let memory: MemoryLog
    private let process: SimulatedProcess
    private var world: World { self.process.world }

    init(_ owner: any PartitionOwner, _ memory: MemoryLog, for process: SimulatedProcess) {
        self.owner = owner
        self.memory = memory
        self.process = process
    }

    var partition: Int { self.owner.partition }

    func position() async throws(LogError) -> Int64 {
        try await self.process.step()
        return try await self.owner.position()
    }

    func commit(_ records: [NewRecord], position: Int64?) async throws(LogError) -> [Int64] {
        try await self.process.step()
        if self.world.strike(.failedCommit, oneIn: 25) {
            try await self.fail(records, position, LogError(.failed, "no space left on the log's disk"))
        }
        if self.world.strike(.unknownCommit, oneIn: 20) {
            if self.world.pick(2) == 0 { _ = try await self.put(records, position) }
            try await self.fail(records, position, Self.unanswered)
        }
        // So that there is something to turn up late, also where no other fault loses a commit.
        if self.world.strike(.staleWrite, oneIn: 40) { try await self.fail(records, position, Self.unanswered) }
        if self.world.strike(.lateCommit, oneIn: 25) {
            let later = self.world.scheduler.time + .milliseconds(1 + self.world.pick(400))
            Task {
                await self.world.scheduler.sleepThrough(until: later)
                _ = try? await self.put(records, position)
            }
            throw Self.unanswered
        }
        do throws(LogError) {
            let offsets = try await self.put(records, position)
            try await self.process.step()
            return offsets
        } catch {
            try await self.fail(records, position, error)
            return []
        }
    }

    /// A late commit may still be on its way: only another owner ends this one.
    func release() async {}

    private func put(_ records: [NewRecord], _ position: Int64?) async throws(LogError) -> [Int64] {
        var owner = self.owner
        if self.world.options.sabotage == .skipFence { owner = try await self.memory.takeOwnership(of: self.partition) }
        let offsets = try await owner.commit(records, position: position)
        self.world.announced(records)
        self.process.note(
            "commits partition \(self.partition): \(records.map(\.shortWords).joined(separator: ", "))"
                + (position.map { ", position \($0)" } ?? ""))
        self.world.scheduler.ring()
        return offsets
    }

    /// What was not committed may turn up later all the same.
    private func fail(_ records: [NewRecord], _ position: Int64?, _ error: LogError) async throws(LogError) {
        self.process.note("cannot commit partition \(self.partition): \(error)")
        self.world.remember(records.filter { $0.topic == .events && $0.key != nil })
        if self.world.options.sabotage == .loseEvents, position != nil {
            _ = try? await self.owner.commit(records.filter { $0.topic == .outcomes }, position: position)
            self.world.scheduler.ring()
        }
        throw error
    }

    private static let unanswered = LogError(.unknownOutcome, "no answer to a commit came in time")
}

extension NewRecord {
    /// What a history says of it.
    var shortWords: String {
        switch self.topic {
        case .events:
            guard let event = try? CanonicalJSON.decode(EventRecord.self, from: self.value) else { return "ownership" }
            return "\(event.case)#\(event.seq) \(event.event.kind.rawValue) by \(event.command)"
        case .outcomes:
            guard let outcome = try? CanonicalJSON.decode(Outcome.self, from: self.value) else { return "outcome" }
            return "\(outcome.command) \(outcome.rejection?.code.rawValue ?? outcome.status.rawValue)"
        case .commands, .definitions, .access: return "command for \(self.key ?? "–")"
        }
    }
}
