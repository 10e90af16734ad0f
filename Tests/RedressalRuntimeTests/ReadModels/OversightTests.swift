import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// What supervisors and auditors ask the read models in PostgreSQL.
@Suite struct OversightTests {
    /// Five duties that were raised to the lead, the last of them done since; and a record of nobody's.
    private func withDuties(_ body: (TestSystem) async throws -> Void) async throws {
        try await TestSystem.with(partitions: 2) { system in
            try await system.startEngine()
            system.startWorker()
            for index in 0..<5 {
                let due = TestSystem.start.advanced(bySeconds: Int64(60 - index))
                _ = try await system.submit([system.opening("duty-\(index)", due: due)])
            }
            MemoryLog(try #require(system.memory)).putForeign(.events, partition: 0, key: "k", value: nil)
            system.clock.advance(to: TestSystem.start.advanced(bySeconds: 61))
            try await system.settle()
            _ = try await system.submit([system.doing("finish", to: "duty-4", as: "finish")])
            try await system.settle()
            try await body(system)
        }
    }

    private func walk(_ views: ReadModels, _ filter: EscalationFilter) async throws -> [EscalationLine] {
        var found: [EscalationLine] = []
        var cursor: EscalationCursor?
        while true {
            let part = try await views.escalations(filter, after: cursor, limit: 2)
            found += part
            guard let last = part.last else { return found }
            cursor = EscalationCursor(raised: last.raised, id: last.id, seq: last.seq)
        }
    }

    @Test func dutiesArePagedByHowLongTheyStand() async throws {
        try await self.withDuties { system in
            let open = try await self.walk(system.views, EscalationFilter())
            #expect(Set(open.map(\.id.text)) == ["duty-0", "duty-1", "duty-2", "duty-3"])
            #expect(open.count == 4)
            #expect(open.map(\.raised) == open.map(\.raised).sorted())
            #expect(
                open.allSatisfy { $0.holder == "u-lead" && $0.post == "desk-lead" && $0.level == 1 && $0.ended == nil })
            var all = EscalationFilter()
            all.open = false
            let with = try await self.walk(system.views, all)
            #expect(with.count == 5)
            #expect(with.filter { $0.ended != nil }.map(\.id.text) == ["duty-4"])
        }
    }

    @Test func dutiesAreThoseOfTheHolderAndInSight() async throws {
        try await self.withDuties { system in
            func count(_ set: (inout EscalationFilter) -> Void) async throws -> Int {
                var filter = EscalationFilter()
                set(&filter)
                return try await self.walk(system.views, filter).count
            }
            let counts = [
                try await count { $0.holder = "u-lead" }, try await count { $0.holder = "u-manager" },
                try await count { $0.offices = ["desk"] }, try await count { $0.offices = ["top"] },
                try await count { ($0.offices, $0.hiddenRespondents) = (["desk"], ["u-9"]) },
            ]
            #expect(counts == [4, 0, 4, 0, 4])
            try await system.pool.execute("UPDATE read.case_current SET assignee = 'u-1' WHERE case_id = 'duty-2'")
            let held = try await count { ($0.offices, $0.heldBy) = ([], ["u-1"]) }
            #expect(held == 1)
        }
    }

    @Test func auditorsSeeWhatCountsForNothingAndHowFarTheRowsAre() async throws {
        try await self.withDuties { system in
            let voids = try await system.views.voids(of: [], after: nil, limit: 10)
            #expect(voids.map(\.case) == ["k"])
            #expect(voids.map(\.reason) == [.unreadable])
            let place = try #require(voids.first)
            let cursor = LogPosition(partition: place.partition, offset: place.offset)
            let rest = try await system.views.voids(of: nil, after: cursor, limit: 10)
            #expect(rest.isEmpty)

            try await system.pool.execute(
                "INSERT INTO read.parked VALUES ('duty-1', 0, 7, 3, 'gap'), ('gone', 1, 8, 2, 'broken_chain')")
            let parked = try await system.views.parked(of: ["desk"], after: nil, limit: 10)
            #expect(parked.map(\.case) == ["duty-1", "gone"])
            let elsewhere = try await system.views.parked(of: ["top"], after: nil, limit: 10)
            #expect(elsewhere.map(\.case) == ["gone"])
            let after = try await system.views.parked(of: nil, after: CaseID("duty-1"), limit: 10)
            #expect(after.map(\.case) == ["gone"])

            let standings = try await system.views.standings()
            let ends = try await system.log.ends(of: .events)
            #expect(Dictionary(uniqueKeysWithValues: standings.map { ($0.partition, $0.position) }) == ends)
            #expect(standings.map(\.voided).reduce(0, +) == 1)
        }
    }

    @Test func plansAreCounted() async throws {
        try await TemporaryDatabase.with { database in
            try await CaseListRows.write(100, to: database)
            let pool = PostgresPool(database.configuration, size: 2, logger: .tests)
            try await pool.execute(
                """
                UPDATE read.case_current SET workflow = 'jaap_action',
                    state = CASE WHEN n % 3 = 0 THEN 'with_supervisor' ELSE 'completed' END,
                    fields = jsonb_build_object('jaap_id', 'plan-' || n % 2, 'sangkat_code', '120802')
                FROM (SELECT case_id AS id, row_number() OVER (ORDER BY case_id) AS n FROM read.case_current) AS numbers
                WHERE case_id = id
                """)
            let total: Int = try await pool.query("SELECT count(*) FROM read.case_current").value()
            let plans = try await ReadModels(pool: pool).jaapPlans()
            #expect(plans.map(\.plan) == ["plan-0", "plan-1"])
            #expect(plans.map(\.sangkat) == ["120802", "120802"])
            #expect(plans.map(\.figures.actions).reduce(0, +) == total)
            #expect(plans.allSatisfy { $0.figures.completed + $0.figures.withSupervisor == $0.figures.actions })
            await pool.close()
        }
    }
}
