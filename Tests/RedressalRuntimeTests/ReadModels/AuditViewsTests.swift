import Crypto
import Foundation
import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// What auditors ask the read models in PostgreSQL.
@Suite struct AuditViewsTests {
    /// Five duties that clerks opened an hour apart; others remarked on three of them.
    private func withDuties(_ body: (TestSystem) async throws -> Void) async throws {
        try await TestSystem.with(partitions: 2) { system in
            try await system.startEngine()
            system.startWorker()
            for index in 0..<5 {
                system.clock.advance(to: TestSystem.start.advanced(bySeconds: Int64(index) * 3600))
                _ = try await system.submit([system.opening("duty-\(index)")])
            }
            for index in [0, 2, 4] {
                system.clock.advance(to: TestSystem.start.advanced(bySeconds: 20_000 + Int64(index) * 3600))
                let remark = system.doing("remark", to: "duty-\(index)", as: "remark-\(index)", ["note": "n"])
                let actor = Actor(user: "u-7", role: "clerk", post: "desk-lead", office: "desk")
                _ = try await system.submit([
                    Command(
                        id: remark.id, case: remark.case, actor: actor, channel: "walk_in", occurred: remark.occurred,
                        request: remark.request)
                ])
            }
            try await system.settle()
            try await body(system)
        }
    }

    private static func question(
        _ account: String? = nil, post: String? = nil, from: Int64? = nil, to: Int64? = nil,
        offices: [String]? = nil
    ) -> TouchQuestion {
        TouchQuestion(
            AuditScope(offices: offices), account: account, post: post,
            from: from.map { TestSystem.start.advanced(bySeconds: $0) },
            to: to.map { TestSystem.start.advanced(bySeconds: $0) })
    }

    @Test func whatSomebodyTouchedIsFoundTheLatestFirst() async throws {
        try await self.withDuties { system in
            let cases = try await system.views.touched(Self.question("u-7"), after: nil, limit: 10)
            #expect(cases.map(\.id.text) == ["duty-4", "duty-2", "duty-0"])
            #expect(cases.map(\.deeds) == [1, 1, 1])
            #expect(cases.first?.steps == ["DutyRemarked"])
            let byPost = try await system.views.touched(Self.question(post: "desk-lead"), after: nil, limit: 10)
            #expect(byPost == cases)
            let opened = try await system.views.touched(Self.question("u-clerk"), after: nil, limit: 10)
            #expect(opened.map(\.id.text) == ["duty-4", "duty-3", "duty-2", "duty-1", "duty-0"])
            #expect(opened.first?.steps == ["CaseOpened"])
            let nobody = try await system.views.touched(Self.question("system"), after: nil, limit: 10)
            #expect(nobody.isEmpty)
        }
    }

    @Test func theyGoOnWhereTheyStoppedAndEndWithTheirTimeAndOffices() async throws {
        try await self.withDuties { system in
            let first = try await system.views.touched(Self.question("u-clerk"), after: nil, limit: 2)
            let last = try #require(first.last)
            let rest = try await system.views.touched(
                Self.question("u-clerk"), after: TouchCursor(last: last.last, id: last.id), limit: 10)
            #expect(rest.map(\.id.text) == ["duty-2", "duty-1", "duty-0"])
            let window = try await system.views.touched(
                Self.question("u-clerk", from: 3600, to: 7201), after: nil, limit: 10)
            #expect(window.map(\.id.text) == ["duty-2", "duty-1"])
            let elsewhere = try await system.views.touched(
                Self.question("u-clerk", offices: ["top"]), after: nil, limit: 10)
            #expect(elsewhere.isEmpty)
        }
    }

    /// A deed of last year that was written down today is found under both.
    @Test func aLateEntryIsFoundByBothItsTimes() async throws {
        try await self.withDuties { system in
            try await system.pool.execute(
                "UPDATE read.case_event SET occurred_at = occurred_at - interval '400 days' WHERE case_id = 'duty-3'")
            let now = try await system.views.touched(
                Self.question("u-clerk", from: 10_000, to: 11_000), after: nil, limit: 10)
            let then = try await system.views.touched(
                Self.question("u-clerk", from: 10_000 - 400 * 86_400, to: 11_000 - 400 * 86_400), after: nil,
                limit: 10)
            let between = try await system.views.touched(
                Self.question("u-clerk", from: -200 * 86_400, to: -100 * 86_400), after: nil, limit: 10)
            #expect(now.map(\.id.text) == ["duty-3"])
            #expect(then.map(\.id.text) == ["duty-3"])
            #expect(between.isEmpty)
        }
    }

    @Test func rulesFindTheirSuspects() async throws {
        try await self.withDuties { system in
            func found(_ rule: AuditRule, _ offices: [String]? = nil) async throws -> [String] {
                try await system.views.suspects(of: rule, in: AuditScope(offices: offices), limit: 10).map(\.id.text)
            }
            let day = TimeSpan(1, .days)
            let open = try await found(.openWithout(step: "DutyRemarked", after: day, workflow: "duty"))
            #expect(open == ["duty-1", "duty-3"])
            let often = try await found(.moreThan(0, of: "DutyRemarked", workflow: "duty"))
            #expect(often == ["duty-0", "duty-2", "duty-4"])
            let never = try await found(.moreThan(1, of: "DutyRemarked", workflow: "duty"))
            #expect(never.isEmpty)
            let other = try await found(.samePerson(did: "DutyRemarked", after: "CaseOpened", workflow: "duty"))
            #expect(other.isEmpty)
            _ = try await system.submit([
                system.doing("remark", to: "duty-1", as: "same", ["note": "n"]),
                system.doing("finish", to: "duty-3", as: "finish"),
            ])
            try await system.settle()
            let same = try await system.views.suspects(
                of: .samePerson(did: "DutyRemarked", after: "CaseOpened", workflow: "duty"), in: .everything, limit: 10)
            #expect(same.map(\.id.text) == ["duty-1"])
            #expect(same.first?.account == "u-clerk")
            let silent = AuditRule.closedWithout(steps: ["DutyRemarked"], states: ["done"], workflow: "duty")
            let closed = try await found(silent)
            #expect(closed == ["duty-3"])
            let elsewhere = try await found(silent, ["top"])
            #expect(elsewhere.isEmpty)
        }
    }

    @Test func dutiesAndOrphansAreSuspectsOfTheirOwn() async throws {
        try await self.withDuties { system in
            try await system.pool.execute(
                """
                INSERT INTO read.escalation VALUES
                    ('duty-0', 90, 0, 'total', 1, 'ladder', 'lead', 'desk-lead', 'desk', 'u-lead', now(),
                     '2026-01-02Z', NULL, '2026-01-03Z', '[]'),
                    ('duty-1', 90, 0, 'total', 1, 'ladder', 'lead', 'desk-lead', 'desk', 'u-lead', now(),
                     '2026-01-01Z', NULL, NULL, '[]'),
                    ('duty-2', 90, 0, 'total', 1, 'ladder', 'lead', 'desk-lead', 'desk', 'u-lead', now(),
                     '2026-01-01Z', '2026-01-01Z', NULL, '[]')
                """)
            try await system.pool.execute(
                "INSERT INTO read.orphan VALUES ('duty-3', 0, 9, 'desk', 'duty', 'total', 'ladder', '2026-01-05Z', '[]')"
            )
            let span = TimeSpan(1, .businessDays)
            let duties = try await system.views.suspects(of: .unacknowledged(after: span), in: .everything, limit: 10)
            #expect(duties.map(\.id.text) == ["duty-1", "duty-0"])
            #expect(duties.map(\.account) == ["u-lead", "u-lead"])
            #expect(duties.map(\.until) == [nil, Instant("2026-01-03T00:00:00Z")])
            let orphans = try await system.views.suspects(of: .orphaned(longerThan: span), in: .everything, limit: 10)
            #expect(orphans.map(\.since) == [Instant("2026-01-05T00:00:00Z")])
        }
    }

    /// Drawn here by the definition, and there by the database.
    @Test func aSampleIsDrawnBySeedAndCaseAlone() async throws {
        try await TemporaryDatabase.with { database in
            try await CaseListRows.write(300, to: database)
            let pool = PostgresPool(database.configuration, size: 2, logger: .tests)
            let views = ReadModels(pool: pool)
            let all = try await views.sample(SampleQuestion(.everything, seed: "x", perOffice: 200))
            let question = SampleQuestion(.everything, seed: "2026 — spring", perOffice: 3)
            let drawn = try await views.sample(question)
            let again = try await views.sample(question)
            #expect(drawn == again)
            let wanted = Dictionary(grouping: all, by: \.office).sorted { $0.key < $1.key }.flatMap { _, cases in
                cases.map(\.id.text).sorted { Self.rank($0, question.seed) < Self.rank($1, question.seed) }.prefix(3)
            }
            #expect(drawn.map(\.id.text) == wanted)
            #expect(drawn.count == 18)
            #expect(drawn.allSatisfy { line in line.stratum == all.count { $0.office == line.office } })
            var narrow = SampleQuestion(
                AuditScope(offices: ["o1"], hiddenRespondents: ["r-1"]), seed: "x", perOffice: 200)
            narrow.workflow = "w1"
            let some = try await views.sample(narrow)
            #expect(!some.isEmpty && some.allSatisfy { $0.office == "o1" && $0.workflow == "w1" })
            await pool.close()
        }
    }

    private static func rank(_ id: String, _ seed: String) -> String {
        SHA256.hash(data: Array("\(seed)\n\(id)".utf8)).map { String(format: "%02x", $0) }.joined()
    }
}
