import Redressal
import RedressalRuntime
import Synchronization

/// The read models as engines use them: any reading may fail, and keeping answers may fail or happen unnoticed.
extension SimulatedStore: CaseSnapshots {
    func start(of partition: Int) async throws -> SnapshotStart? {
        try await self.reach()
        let isAhead = self.world.options.sabotage == .snapshotsAhead
        let start = self.world.tables.withLock { tables in
            let position = tables.positions[partition] ?? .init()
            return SnapshotStart(
                events: position.next + (isAhead && position.next > 0 ? 1 : 0), epoch: position.epoch,
                recorded: position.recorded, outcomes: tables.keptOutcomes[partition] ?? 0)
        }
        try await self.process.step()
        return start
    }

    func load(_ cases: Set<CaseID>, of partition: Int, notBefore start: Int64) async throws -> StoredCases {
        try await self.reach()
        if self.world.strike(.database, oneIn: 25) { throw WorldFailure("the query was broken off") }
        let sabotage = self.world.options.sabotage
        let stored = try self.world.tables.withLock { tables in
            let position = tables.positions[partition] ?? .init()
            guard position.next >= start || sabotage == .snapshotsAhead else {
                throw SnapshotError.behind(partition: partition, position: position.next, expected: start)
            }
            return StoredCases(
                Dictionary(uniqueKeysWithValues: cases.map { ($0, tables.snapshot(of: $0, sabotage)) }),
                recorded: position.recorded)
        }
        self.process.note("brings \(cases.map(\.text).sorted().joined(separator: ", "))")
        try await self.process.step()
        return stored
    }

    func keep(_ answers: [KeptAnswer], of partition: Int, to next: Int64) async throws {
        try await self.reach()
        let fault = self.world.strike(.database, oneIn: 8) ? self.world.pick(2) : nil
        if fault == 0 { throw WorldFailure("the transaction was rolled back") }
        let isLost = self.world.options.sabotage == .loseKeptAnswers
        self.world.tables.withLock { tables in
            for kept in answers where !isLost && tables.keptAnswers[kept.case]?[kept.command] == nil {
                tables.keptAnswers[kept.case, default: [:]][kept.command] = kept.answer
            }
            tables.keptOutcomes[partition] = max(tables.keptOutcomes[partition] ?? 0, next)
        }
        self.process.note("keeps \(answers.count) answers of partition \(partition), outcomes to \(next)")
        if fault == 1 { throw WorldFailure("no answer to a commit came in time, and it was done") }
        try await self.process.step()
    }
}

extension SimulatedTables {
    fileprivate func snapshot(of id: CaseID, _ sabotage: Sabotage?) -> CaseSnapshot {
        let former = sabotage == .formerSnapshots ? self.formerStates[id] : nil
        let answers = sabotage == .forgetAnswers ? [:] : self.answers[id] ?? [:]
        return CaseSnapshot(
            state: former ?? self.states[id], answers: answers.merging(self.keptAnswers[id] ?? [:]) { old, _ in old })
    }
}
