import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Read models built beside the live ones and made live.
@Suite struct ReadSetTests {
    /// Cases of which one is overdue and one held, folded into the live read models by a worker that goes on.
    private func withCases(
        _ kind: TestLog = .memory, _ body: (TestSystem, ReadSetBuilder) async throws -> Void
    ) async throws {
        try await TestSystem.with(kind) { system in
            try await system.startEngine()
            system.startWorker()
            let due = TestSystem.start.advanced(bySeconds: 60)
            _ = try await system.submit(["a", "b", "c"].map { system.opening($0, due: due) })
            _ = try await system.submit([system.doing("hold", to: "b", as: "hold", ["holder": "u-1"])])
            system.clock.advance(to: due.advanced(bySeconds: 1))
            try await system.settle()
            try await body(system, ReadSetBuilder(log: system.log, pool: system.pool, logger: .tests))
        }
    }

    private func rows(_ system: TestSystem, _ schema: String, _ table: String) async throws -> [String] {
        try await system.pool.query(
            """
            SELECT (to_jsonb(t) - 'token' - 'moved_at' - 'sent_at')::text FROM \(SQL.identifier(schema, table)) t ORDER BY 1
            """
        ).values(as: String.self)
    }

    private func tables(_ system: TestSystem) async throws -> [String] {
        try await system.pool.query(
            "SELECT relname::text FROM pg_class WHERE relnamespace = 'read'::regnamespace AND relkind = 'r' ORDER BY 1"
        ).values(as: String.self)
    }

    @Test(arguments: [TestLog.memory, .postgres]) func aRebuiltSetHoldsTheSameRows(_ kind: TestLog) async throws {
        try await self.withCases(kind) { system, sets in
            let events = try await sets.rebuild(resuming: false)
            #expect(try await system.count("SELECT count(*) FROM read.case_event") == events)
            let tables = try await self.tables(system)
            #expect(tables.count >= 8)
            for table in tables {
                #expect(try await self.rows(system, "read_next", table) == self.rows(system, "read", table), "\(table)")
            }
        }
    }

    @Test func aSwitchMendsRowsChangedByHandAndWorkersGoOn() async throws {
        try await self.withCases { system, sets in
            try await system.pool.execute("UPDATE read.case_current SET state = 'done' WHERE case_id = 'a'")
            #expect(try await system.differences().count == 1)
            _ = try await sets.rebuild(resuming: false)
            // What came in after the rebuild is caught up with.
            _ = try await system.submit([system.opening("late")])
            try await sets.makeLive(.rebuilt)
            #expect(try await system.count("SELECT count(*) FROM read.case_current WHERE case_id = 'late'") == 1)
            #expect(try await system.differences() == [])
            #expect(try await system.count("SELECT count(*) FROM read_before.case_current WHERE state = 'done'") == 1)

            _ = try await system.submit([system.doing("finish", to: "a", as: "finish")])
            try await system.settle()
            #expect(try await system.count("SELECT count(*) FROM read.queue WHERE case_id = 'a'") == 0)
            #expect(try await system.count("SELECT count(*) FROM read.queue") == 3)
            #expect(try await system.differences() == [])
        }
    }

    @Test func aSwitchCanBeTakenBack() async throws {
        try await self.withCases { system, sets in
            await #expect(throws: ReadSetError.missing(.previous)) { try await sets.makeLive(.previous) }
            _ = try await sets.rebuild(resuming: false)
            try await sets.makeLive(.rebuilt)
            try await system.pool.execute("UPDATE read.case_current SET office = 'elsewhere' WHERE case_id = 'b'")
            _ = try await system.submit([system.opening("late")])
            try await system.settle()
            try await sets.makeLive(.previous)
            #expect(try await system.differences() == [])
            let elsewhere = try await system.count(
                "SELECT count(*) FROM read_before.case_current WHERE office = 'elsewhere'")
            #expect(elsewhere == 1)
        }
    }

    @Test func namesOfIndexesAndGrantsStay() async throws {
        try await self.withCases { system, sets in
            let role = SQL.identifier("reader_\(UInt32.random(in: 0...UInt32.max))")
            try await system.pool.execute("CREATE ROLE \(role)")
            try await system.pool.execute("GRANT SELECT ON read.case_current, read.queue TO \(role)")
            let described: SQL =
                """
                SELECT relname || ' ' || coalesce((SELECT string_agg(g, ',' ORDER BY g) FROM unnest(relacl::text[]) g), '')
                FROM pg_class WHERE relnamespace = 'read'::regnamespace ORDER BY 1
                """
            let before = try await system.pool.query(described).values(as: String.self)
            _ = try await sets.rebuild(resuming: false)
            try await sets.makeLive(.rebuilt)
            let after = try await system.pool.query(described).values(as: String.self)
            #expect(after == before)
            #expect(after.contains { $0.contains("case_current_reference") })
            try await system.pool.execute("DROP OWNED BY \(role)")
            try await system.pool.execute("DROP ROLE \(role)")
        }
    }

    @Test func whatCannotBeMadeLiveIsRefusedAndNothingChanges() async throws {
        try await self.withCases { system, sets in
            await #expect(throws: ReadSetError.missing(.rebuilt)) { try await sets.makeLive(.rebuilt) }
            await #expect(throws: ReadSetError.missing(.rebuilt)) { try await sets.rebuild(resuming: true) }
            _ = try await sets.rebuild(resuming: false)
            try await system.pool.execute("ALTER TABLE read.orphan ADD COLUMN since_when text")
            await #expect(throws: ReadSetError.otherColumns(.rebuilt, table: "orphan")) {
                try await sets.makeLive(.rebuilt)
            }
            #expect(try await system.count("SELECT count(*) FROM read_next.case_current") == 3)
            #expect(try await system.differences() == [])
        }
    }

    /// As if workers had folded another log into the same tables.
    @Test func rowsOfAnotherLogAreSeenAndReplaced() async throws {
        try await self.withCases { system, sets in
            try await system.pool.execute(
                "UPDATE read.position SET next_offset = next_offset + 1000, token = token + 1")
            await #expect(throws: ProjectionError.self) { try await system.differences() }
            _ = try await sets.rebuild(resuming: false)
            try await sets.makeLive(.rebuilt)
            _ = try await system.submit([system.opening("late")])
            try await system.settle()
            #expect(try await system.count("SELECT count(*) FROM read.case_current") == 4)
            #expect(try await system.differences() == [])
        }
    }

    @Test func anInterruptedRebuildGoesOn() async throws {
        try await self.withCases { system, sets in
            _ = try await sets.rebuild(resuming: false)
            _ = try await system.submit([system.opening("late")])
            let token = try await system.count("SELECT max(token)::bigint FROM read_next.position")
            _ = try await sets.rebuild(resuming: true)
            #expect(try await system.count("SELECT count(*) FROM read_next.case_current") == 4)
            #expect(try await system.count("SELECT max(token)::bigint FROM read_next.position") == token + 1)
        }
    }

    @Test func onlyOneRebuildsAtATime() async throws {
        try await self.withCases { system, sets in
            let first = Task { try await sets.rebuild(resuming: false) }
            let second = Task { try await sets.rebuild(resuming: false) }
            let results = [await first.result, await second.result]
            let refused = results.filter { if case .failure(ReadSetError.busy) = $0 { true } else { false } }
            let done = results.filter { if case .success = $0 { true } else { false } }
            #expect(done.count >= 1)
            #expect(done.count + refused.count == 2)
            try await sets.makeLive(.rebuilt)
            #expect(try await system.differences() == [])
        }
    }
}
