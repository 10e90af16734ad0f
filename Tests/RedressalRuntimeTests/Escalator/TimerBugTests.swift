import Postgres
import RedressalRuntime
import RedressalTesting
import Testing

@testable import Redressal

/// What went wrong with timers in other engines (camunda/zeebe and temporalio/temporal, by issue), each as it could
/// happen here.
@Suite struct TimerBugTests {
    private static let due = TestSystem.start.advanced(bySeconds: 60)
    private static let all: Set<Int> = [0, 1, 2, 3]

    /// Fills the queue with duties that are due, while no worker runs that could send them.
    ///
    /// - Returns: The engine.
    @discardableResult
    private static func fill(_ system: TestSystem, _ count: Int) async throws -> TestRole {
        let engine = try await system.startEngine()
        let worker = system.startWorker()
        try await system.submit((0..<count).map { system.opening("duty-\($0)", due: Self.due) })
        try await system.settle()
        try await worker.stop()
        system.clock.advance(to: Self.due.advanced(byMilliseconds: 1))
        return engine
    }

    /// The timers sent so far, by their command.
    private static func sent(_ system: TestSystem) async throws -> [CommandID] {
        try await system.allRecords(.commands).compactMap(CommandRecord.read).filter(\.isTimer).map(\.id)
    }

    private static func breaches(_ system: TestSystem) async throws -> Int {
        try await system.count("SELECT count(*) FROM read.case_event WHERE type = 'DeadlineBreached'")
    }

    /// Walking through all that was due held the partition, and everybody waited. (Also zeebe 8991, 11594 and 16691.)
    @Test func zeebe9238DueTimersComeInRoundsAndPeopleAreAnsweredBetween() async throws {
        try await TestSystem.with { system in
            try await Self.fill(system, Escalator.roundSize + 20)
            #expect(try await system.escalator.round(Self.all) == Escalator.roundSize)
            let outcomes = try await system.submit([system.doing("remark", to: "duty-7", as: "remark")])
            #expect(outcomes.map(\.status) == [.accepted])
            #expect(try await system.escalator.round(Self.all) == 20)
            #expect(try await system.escalator.round(Self.all) == 0)
        }
    }

    /// Each look at the queue wrote another command for every timer that was not answered yet.
    @Test func zeebe14882ATimerIsSentOnceHoweverOftenTheQueueIsLookedAt() async throws {
        try await TestSystem.with { system in
            let engine = try await Self.fill(system, 100)
            try await engine.stop()
            for _ in 0..<50 { _ = try await system.escalator.round(Self.all) }
            let sent = try await Self.sent(system)
            #expect(sent.count == 100)
            #expect(Set(sent).count == 100)
        }
    }

    /// The check for due timers was itself scheduled more than once. (Also zeebe 17128.)
    @Test func zeebe13870SeveralCheckersAtOnceSendEachTimerOnce() async throws {
        try await TestSystem.with { system in
            try await Self.fill(system, 500)
            let rounds = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        var sent = 0
                        for _ in 0..<10 { sent += try await system.escalator.round(Self.all) }
                        return sent
                    }
                }
                return try await group.reduce(0, +)
            }
            // Those that looked at the same timers left them to one of them.
            var rest = 0
            while case let sent = try await system.escalator.round(Self.all), sent > 0 { rest += sent }
            #expect(rounds + rest == 500)
            #expect(try await Self.sent(system).count == 500)
            system.startWorker("another")
            try await system.settle()
            #expect(try await Self.breaches(system) == 500)
        }
    }

    /// After one failure to send, timers stood still until the engine was started again.
    @Test func zeebe29735AfterAFailedSendTimersGoOnWithoutARestart() async throws {
        try await TestSystem.with { system in
            try await Self.fill(system, 100)
            let log = try #require(system.log as? MemoryLog)
            log.inject(.unavailable, into: .append)
            await #expect(throws: LogError.self) { try await system.escalator.round(Self.all) }
            #expect(try await Self.sent(system) == [])
            system.startWorker("another")
            // They count as sent; when nothing came of it for half a minute they are sent again.
            try await system.pool.execute("UPDATE read.timer SET sent_at = sent_at - interval '30 seconds'")
            try await system.settle()
            #expect(try await Self.breaches(system) == 100)
            #expect(try await system.differences() == [])
        }
    }

    /// The timers of a case that was set aside were sent for ever.
    @Test func zeebe14213TimersOfAParkedCaseFireOnceAndAreGone() async throws {
        try await TestSystem.with(partitions: 1) { system in
            try await Self.fill(system, 1)
            try await system.log.park("duty-0", in: system)
            system.startWorker("another")
            try await system.settle()
            #expect(try await system.count("SELECT count(*) FROM read.parked") == 1)
            #expect(try await Self.sent(system).count == 1)
            #expect(try await Self.breaches(system) == 1)
            #expect(try await system.count("SELECT count(*) FROM read.timer WHERE sent_at IS NOT NULL") == 0)
        }
    }

    /// Between being due and firing lay ten minutes, because the engine in charge had changed.
    @Test(arguments: TestLog.allCases)
    func temporal4020TimersSentToAnEngineThatEndedAreFiredByTheNext(kind: TestLog) async throws {
        try await TestSystem.with(kind) { system in
            let first = try await Self.fill(system, 50)
            try await first.stop()
            #expect(try await system.escalator.round(Self.all) == 50)
            try await system.startEngine("second")
            try await system.answered()
            system.startWorker("another")
            try await system.settle()
            #expect(try await Self.breaches(system) == 50)
            #expect(try await Self.sent(system).count == 50)
        }
    }
}

extension Log {
    /// Writes what parks a case: an event that leaves a gap in its history.
    fileprivate func park(_ id: String, in system: TestSystem) async throws {
        let last = try #require(try await system.history().flatMap(\.self).last { $0.case.text == id })
        let record = EventRecord(
            case: last.case, seq: last.seq + 2, prev: .none, epoch: last.epoch, command: CommandID("forged"),
            request: "", workflow: last.workflow, actor: last.actor, channel: last.channel, occurred: last.occurred,
            recorded: last.recorded, event: last.event)
        let bytes = try CanonicalJSON.encode(record)
        _ = try await self.append([
            RandomHistory(system).record(WrittenEvent(record: record, bytes: bytes, hash: EventHash(of: bytes)))
        ])
    }
}
