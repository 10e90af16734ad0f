import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Ten thousand deadlines at once, three workers, one of which leaves half way.
@Suite struct EscalationStormTests {
    private static let cases = 10_000

    @Test(arguments: TestLog.allCases)
    func everyDeadlineFiresOnceAndTheOldestFirst(kind: TestLog) async throws {
        try await TestSystem.with(kind, partitions: 6) { system in
            try await system.startEngine()
            let workers = (0..<3).map { system.startWorker("worker-\($0)") }
            try await Self.fill(system)
            try await system.settle()
            #expect(try await system.count("SELECT count(*) FROM read.case_current WHERE assignee IS NULL") == 3334)
            #expect(try await system.count("SELECT count(*) FROM read.case_event WHERE type = 'DeadlineBreached'") == 0)

            system.clock.advance(to: Self.due(Self.cases))
            try await system.wait(for: "some of the escalations") {
                try await system.count("SELECT count(*) FROM read.escalation") > 1000
            }
            try await workers[0].stop()
            try await system.settle()

            let history = try await system.history()
            try Self.check(history)
            #expect(try await system.count("SELECT count(*) FROM read.escalation WHERE level = 1") == Self.cases)
            #expect(try await system.count("SELECT count(*) FROM read.case_current WHERE breached") == Self.cases)
            #expect(try await system.count("SELECT count(*) FROM read.overdue") == Self.cases)
            #expect(try await system.differences() == [])
        }
    }

    /// Deadlines a millisecond apart, given to the cases in no particular order.
    private static func due(_ index: Int) -> Instant {
        TestSystem.start.advanced(bySeconds: 3600).advanced(byMilliseconds: Int64(index))
    }

    /// Opens the cases; two in three get a holder.
    private static func fill(_ system: TestSystem) async throws {
        let opened = try await system.submit(
            (0..<self.cases).map { system.opening("duty-\($0)", due: self.due($0 * 7919 % self.cases)) })
        #expect(opened.allSatisfy { $0.status == .accepted })
        let held = try await system.submit(
            (0..<self.cases).filter { $0 % 3 != 0 }.map {
                system.doing("hold", to: "duty-\($0)", as: "hold-\($0)", ["holder": .string("u-\($0 % 10)")])
            })
        #expect(held.allSatisfy { $0.status == .accepted })
    }

    private static func check(_ history: [[EventRecord]]) throws {
        var breached: [CaseID: Int] = [:]
        var raised: [CaseID: Int] = [:]
        for events in history {
            var last = Instant(milliseconds: 0)
            for event in events {
                switch event.event {
                case .deadlineBreached: breached[event.case, default: 0] += 1
                case .escalationRaised(let facts):
                    #expect(facts.level == 1)
                    #expect(facts.user == "u-lead")
                    #expect(facts.due >= last, "\(event.case) came after a later one")
                    last = facts.due
                    raised[event.case, default: 0] += 1
                default: break
                }
            }
        }
        let once = Dictionary(uniqueKeysWithValues: (0..<self.cases).map { (CaseID("duty-\($0)"), 1) })
        #expect(breached == once)
        #expect(raised == once)
    }
}
