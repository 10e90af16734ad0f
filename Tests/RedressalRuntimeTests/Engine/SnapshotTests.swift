import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Engines that hold few cases, and take partitions over from what workers have stored.
@Suite struct SnapshotTests {
    private static let few = MemoryLimits(cases: 4, answers: 2, outcomes: 5)
    private static let names = (0..<40).map { "duty-\($0)" }

    @Test(arguments: [TestLog.memory, .postgres, .kafka])
    func anEngineThatHoldsFewCasesAnswersForAll(_ kind: TestLog) async throws {
        try await TestSystem.with(kind, partitions: 2) { system in
            try await system.startEngine(limits: Self.few)
            system.startWorker()
            let opening = Self.names.map { system.opening($0) }
            let opened = try await system.submit(opening)
            let refused = try await self.each("finish", as: "early", on: ["none-1", "none-2", "none-3"], of: system)
            #expect(refused.allSatisfy { $0.rejection?.code == .unknownCase })
            try await system.settle()
            let finished = try await self.each("finish", as: "finish", on: Self.names, of: system)
            #expect(finished.allSatisfy { $0.status == .accepted && $0.seq == 4 })
            try await system.settle()
            #expect(try await system.submit(opening) == opened.map(\.again))
            #expect(
                try await self.each("finish", as: "early", on: ["none-1", "none-2", "none-3"], of: system)
                    == refused.map(\.again))
            #expect(try await system.differences() == [])
            #expect(try await system.summaries().map(\.void) == [0, 0])
        }
    }

    /// The beginning of the log is taken away: an engine that read it would not know the cases.
    @Test func aTakeOverReadsOnlyWhatIsNotStored() async throws {
        try await TestSystem.with(.postgres, partitions: 1) { system in
            let engine = try await system.startEngine(limits: Self.few)
            let worker = system.startWorker()
            let opening = Self.names.map { system.opening($0) }
            let opened = try await system.submit(opening)
            let refused = try await self.each("finish", as: "early", on: ["none-1", "none-2"], of: system)
            try await system.settle()
            try await worker.stop()
            // Not stored, so that it must be read.
            let late = try await system.submit([system.opening("late")])
            try await engine.stop()
            // The log refuses to be changed, and says so.
            try await system.pool.execute("ALTER TABLE log.record DISABLE TRIGGER USER")
            try await system.pool.execute(
                """
                DELETE FROM log.record
                WHERE topic = 'events' AND "offset" < (SELECT next_offset FROM read.position)
                   OR topic = 'outcomes' AND "offset" < (SELECT next_offset FROM engine.answer_position)
                """)
            try await system.startEngine("another", limits: Self.few)
            #expect(try await system.submit(opening) == opened.map(\.again))
            #expect(try await system.submit([system.opening("late")]) == late.map(\.again))
            #expect(
                try await self.each("finish", as: "early", on: ["none-1", "none-2"], of: system)
                    == refused.map(\.again))
            let finished = try await self.each("finish", as: "finish", on: Self.names + ["late"], of: system)
            #expect(finished.allSatisfy { $0.status == .accepted && $0.seq == 4 })
        }
    }

    @Test func storedFoldsOfAnotherVersionAreNotUsed() async throws {
        try await TestSystem.with(.postgres, partitions: 1) { system in
            let engine = try await system.startEngine(limits: Self.few)
            system.startWorker()
            let opened = try await system.submit([system.opening("a")])
            try await system.settle()
            try await engine.stop()
            try await system.pool.execute("UPDATE read.position SET snapshots = 0")
            try await system.pool.execute("UPDATE read.case_state SET state = 'of another version'")
            try await system.startEngine("another", limits: Self.few)
            #expect(try await system.submit([system.opening("a")]) == opened.map(\.again))
            try await self.holdsAll(system)
        }
    }

    /// An engine without snapshots holds more cases than others may, keeps its partition, and leaves no gap in the answers
    /// that are kept.
    private func holdsAll(_ system: TestSystem) async throws {
        let owners: SQL = "SELECT count(*) FROM log.record WHERE topic = 'events' AND key IS NULL"
        let kept: SQL = "SELECT coalesce(max(next_offset), 0) FROM engine.answer_position"
        let before: [Int] = [try await system.pool.query(owners).value(), try await system.pool.query(kept).value()]
        let opening = Self.names.map { system.opening($0) }
        let opened = try await system.submit(opening)
        let none = ["none-1", "none-2", "none-3", "none-4"]
        let refused = try await self.each("finish", as: "early", on: none, of: system)
        #expect(try await system.submit(opening) == opened.map(\.again))
        #expect(try await self.each("finish", as: "early", on: none, of: system) == refused.map(\.again))
        let after: [Int] = [try await system.pool.query(owners).value(), try await system.pool.query(kept).value()]
        #expect(after == before)
    }

    /// Other read models are made live that are folded less far: what an engine let go of is read from the log again.
    @Test func readModelsThatGoBackAreNotTrusted() async throws {
        try await TestSystem.with(.postgres, partitions: 1) { system in
            try await system.startEngine(limits: Self.few)
            let worker = system.startWorker()
            try await system.submit(Self.names.map { system.opening($0) })
            try await system.settle()
            try await worker.stop()
            for table in ["case_state", "case_event", "case_current", "timer"] {
                try await system.pool.execute("DELETE FROM \(SQL.identifier("read", table))")
            }
            try await system.pool.execute("UPDATE read.position SET next_offset = 0, epoch = 0, recorded_at = NULL")
            let finished = try await self.each("finish", as: "finish", on: Self.names, of: system)
            #expect(finished.allSatisfy { $0.status == .accepted && $0.seq == 4 })
            #expect(try await system.summaries().map(\.void) == [0])
        }
    }

    /// Read models folded beyond the log's end are of another log.
    @Test func readModelsOfAnotherLogAreNotUsed() async throws {
        try await TestSystem.with(.postgres, partitions: 1) { system in
            let engine = try await system.startEngine(limits: Self.few)
            let opened = try await system.submit([system.opening("a")])
            try await engine.stop()
            try await system.pool.execute(
                """
                INSERT INTO read.position (partition, next_offset, epoch, snapshots)
                VALUES (0, 1000, 9, \(SnapshotStore.version))
                """)
            try await system.startEngine("another", limits: Self.few)
            #expect(try await system.submit([system.opening("a")]) == opened.map(\.again))
            try await self.holdsAll(system)
        }
    }

    /// Does an action on each of some cases.
    private func each(
        _ action: String, as command: String, on names: [String], of system: TestSystem
    ) async throws -> [Outcome] {
        try await system.submit(names.map { system.doing(action, to: $0, as: "\(command)-\($0)") })
    }
}
