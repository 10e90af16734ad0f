import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Load and forecast in PostgreSQL are what counting case by case says.
@Suite struct WorkloadTests {
    private static let closing: [String: FieldValue] = ["outcome": .string("granted")]

    /// Pleas of several kinds: waiting, waited, closed, closed while waiting, held, overdue.
    private func withPleas(_ body: (TestSystem, MemoryWorkload) async throws -> Void) async throws {
        try await TestSystem.with(definitions: .plea) { system in
            try await system.startEngine()
            system.startWorker()
            try await system.plea("overdue", [])
            system.clock.advance(to: TestSystem.start.advanced(bySeconds: 4 * 86_400))
            try await system.settle()
            try await system.plea("waiting", [("ask", [:])])
            try await system.plea("waited", [("ask", [:]), ("answer", [:]), ("ask", [:]), ("answer", [:])])
            try await system.plea("held", [("take", ["holder": .string("u-1")])])
            try await system.plea("closed", [("ask", [:]), ("close", Self.closing)])
            system.clock.advance(to: system.clock.now().advanced(bySeconds: 86_400))
            try await system.settle()
            var timelines: [[TimelineEntry]] = []
            for id in ["overdue", "waiting", "waited", "held", "closed"] {
                timelines.append(try await system.views.timeline(of: CaseID(id)))
            }
            try await body(system, MemoryWorkload(timelines))
        }
    }

    @Test func loadsAreCountedAsCaseByCase() async throws {
        try await self.withPleas { system, memory in
            let now = system.clock.now()
            for hours in [1, 26, 30, 200] {
                var question = LoadQuestion(since: now.advanced(bySeconds: Int64(-hours) * 3600), until: now)
                #expect(try await system.views.loads(question) == memory.loads(question), "\(hours)")
                question.offices = ["top"]
                #expect(try await system.views.loads(question).isEmpty)
            }
            let all = try await system.views.loads(
                LoadQuestion(since: now.advanced(bySeconds: -30 * 86_400), until: now))
            #expect(all.map(\.holder) == [nil, "u-1"])
            let sum = try #require(all.byOffice.first).figures
            #expect([sum.cases, sum.open, sum.overdue] == [5, 4, 1])
            #expect(sum.ages == [4, 0, 0, 0])
            #expect(sum.paused > 86_400_000)
        }
    }

    @Test func theForecastIsWhatTheTimersSay() async throws {
        try await self.withPleas { system, memory in
            for zone in ["UTC", "Asia/Karachi", "America/New_York"] {
                let question = ForecastQuestion(zones: ["desk": zone], now: system.clock.now(), days: 7)
                let lines = try await system.views.forecast(question)
                #expect(try await memory.forecast(question) == lines)
                // One is held and one was answered: the others are overdue, waiting or closed.
                #expect(lines.map(\.cases).reduce(0, +) == 2)
            }
            let elsewhere = ForecastQuestion(zones: ["top": "UTC"], now: system.clock.now(), days: 7)
            #expect(try await system.views.forecast(elsewhere).isEmpty)
        }
    }
}
