import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Timers fire by the clock, once, in any weather.
@Suite struct EscalatorTests {
    private static let due = TestSystem.start.advanced(bySeconds: 3600)

    private static func raised(of id: String, in system: TestSystem) async throws -> [EscalationRaised] {
        try await system.facts(of: id).compactMap { if case .escalationRaised(let facts) = $0 { facts } else { nil } }
    }

    @Test(arguments: TestLog.allCases) func theLadderClimbsLevelByLevelAsTheClockMoves(kind: TestLog) async throws {
        try await TestSystem.with(kind) { system in
            try await system.startEngine()
            system.startWorker()
            _ = try await system.submit([system.opening("a", due: Self.due)])
            // The deadline itself is still in time.
            let steps: [(minutes: Int64, users: [String])] = [
                (0, ["u-lead"]), (4300, ["u-lead", "u-manager"]), (4320, ["u-lead", "u-manager", "u-director"]),
            ]
            for step in steps {
                let instant = Self.due.advanced(bySeconds: step.minutes * 60)
                system.clock.advance(to: instant)
                try await system.settle()
                #expect(try await Self.raised(of: "a", in: system).map(\.user) == step.users.dropLast())
                system.clock.advance(to: instant.advanced(byMilliseconds: 1))
                try await system.settle()
                let raised = try await Self.raised(of: "a", in: system)
                #expect(raised.map(\.user) == step.users)
                #expect(raised.last?.due == instant)
            }
            let rows = try await system.pool.query("SELECT holder FROM read.escalation ORDER BY level")
            #expect(try rows.map { try $0["holder", as: String.self] } == ["u-lead", "u-manager", "u-director"])
            #expect(try await system.differences() == [])
        }
    }

    @Test(arguments: [
        ("duty", [1, 2, 3], [[], [], []]), ("duty_collapse", [3], [[1, 2]]), ("duty_skip", [2, 3], [[1], []]),
    ])
    func threeDaysOfDowntimeAreMadeUpForAsTheLadderSays(workflow: String, levels: [Int], skipped: [[Int]]) async throws
    {
        try await TestSystem.with { system in
            try await system.startEngine()
            let worker = system.startWorker()
            _ = try await system.submit([system.opening("a", workflow: workflow, due: Self.due)])
            try await system.settle()
            try await worker.stop()
            system.clock.advance(to: Self.due.advanced(bySeconds: 4330 * 60))
            system.startWorker("another")
            try await system.settle()
            let raised = try await Self.raised(of: "a", in: system)
            #expect(raised.map(\.level) == levels)
            #expect(raised.map { $0.skipped.map(\.level) } == skipped)
            let breaches = try await system.facts(of: "a").compactMap { fact -> DeadlineBreached? in
                if case .deadlineBreached(let facts) = fact { facts } else { nil }
            }
            // Judged by the deadline; when it was noticed is recorded beside it.
            #expect(breaches.map(\.due) == [Self.due])
            #expect(breaches.map(\.detected) == [Self.due.advanced(bySeconds: 4330 * 60)])
        }
    }

    @Test func aTimerSentTwiceFiresOnce() async throws {
        try await TestSystem.with { system in
            let worker = system.startWorker()
            let engine = try await system.startEngine()
            _ = try await system.submit([system.opening("a", due: Self.due)])
            try await system.settle()
            try await worker.stop()
            try await engine.stop()
            system.clock.advance(to: Self.due.advanced(bySeconds: 1))
            for _ in 0..<2 {
                #expect(try await system.escalator.round([0, 1, 2, 3]) == 1)
                // It was sent: only after a while without an answer is it sent again.
                #expect(try await system.escalator.round([0, 1, 2, 3]) == 0)
                _ = try await system.pool.execute("UPDATE read.timer SET sent_at = sent_at - interval '1 hour'")
            }
            try await system.startEngine("another")
            try await system.answered()
            let outcomes = try await system.allRecords(.outcomes).map {
                try CanonicalJSON.decode(Outcome.self, from: $0.value ?? [])
            }
            #expect(outcomes.suffix(2).map(\.events) == [2, 2])
            #expect(outcomes.suffix(2).map(\.repeated) == [false, true])
            let kinds = try await system.facts(of: "a").map(\.kind)
            #expect(kinds == [.caseOpened, .clockStarted, .deadlineBreached, .escalationRaised])
        }
    }

    @Test func aTimerThatIsGoneIsRefusedHarmlessly() async throws {
        try await TestSystem.with { system in
            let worker = system.startWorker()
            try await system.startEngine()
            _ = try await system.submit([system.opening("a", due: Self.due)])
            try await system.settle()
            try await worker.stop()
            system.clock.advance(to: Self.due.advanced(bySeconds: 1))
            // The case ends while the timer is still on its way.
            _ = try await system.submit([system.doing("finish", to: "a", as: "finish")])
            #expect(try await system.escalator.round([0, 1, 2, 3]) == 1)
            try await system.answered()
            let codes = try await system.allRecords(.outcomes).map {
                try CanonicalJSON.decode(Outcome.self, from: $0.value ?? []).rejection?.code
            }
            #expect(codes == [nil, nil, .timerGone])
            let stopped = try await system.facts(of: "a").last
            guard case .clockStopped(let facts) = stopped else {
                Issue.record("expected the clock to have stopped last but found \(String(describing: stopped))")
                return
            }
            #expect(facts.breached)
            system.startWorker("another")
            try await system.settle()
            #expect(try await system.count("SELECT count(*) FROM read.timer") == 0)
        }
    }

    @Test func timersOfAnImportedPastAreNeverSent() async throws {
        try await TestSystem.with { system in
            system.startWorker()
            try await system.startEngine()
            let past = TestSystem.start.advanced(bySeconds: -86_400)
            _ = try await system.submit([
                system.opening("old", due: past, vouched: "importer"), system.opening("new", due: past),
            ])
            try await system.settle()
            #expect(try await system.facts(of: "old").map(\.kind) == [.caseOpened, .clockStarted])
            #expect(try await Self.raised(of: "new", in: system).map(\.level) == [1])
            let sent = try await system.allRecords(.commands).compactMap(CommandRecord.read).filter(\.isTimer)
            #expect(sent.map(\.case.text) == ["new"])
            let rows = try await system.pool.query(
                "SELECT case_id, sent_at IS NULL AS waits FROM read.timer WHERE historical")
            #expect(try rows.map { try $0["case_id", as: String.self] } == ["old"])
            #expect(try rows[0]["waits", as: Bool.self])
        }
    }
}
