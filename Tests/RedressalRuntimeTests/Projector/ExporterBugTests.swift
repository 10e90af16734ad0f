import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// What went wrong in another engine's exporter to a database (camunda/camunda, by issue), each as it could happen here.
@Suite struct ExporterBugTests {
    /// Opens duties while the database fails in some way, and expects that the read models come to be right.
    private func converges(
        _ system: TestSystem, failing: String, _ meanwhile: (TestSystem) async throws -> Void = { _ in }
    ) async throws {
        try await system.pool.withConnection { try await $0.execute(script: failing) }
        try await system.startEngine()
        let due = TestSystem.start.advanced(bySeconds: 60)
        _ = try await system.submit((0..<100).map { system.opening("duty-\($0)", due: due) })
        system.startWorker()
        try await meanwhile(system)
        try await system.settle()
        system.clock.advance(to: due.advanced(byMilliseconds: 1))
        try await system.settle()
        #expect(try await system.differences() == [])
        #expect(try await system.count("SELECT count(*) FROM read.case_event") == 400)
        #expect(try await system.count("SELECT sum(accepted)::bigint FROM read.position") == 400)
    }

    /// The failures that a trigger has to make: the first two times in each partition, roughly.
    private static func fault(
        _ timing: String, _ table: String, _ suffix: String = "", fails: String = "RAISE EXCEPTION 'the disk is full';"
    ) -> String {
        """
        CREATE SEQUENCE public.failures;
        CREATE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF nextval('public.failures') <= 6 THEN \(fails) END IF;
            RETURN NULL;
        END $$;
        CREATE \(timing) ON read.\(table) \(suffix) EXECUTE FUNCTION public.fail();
        """
    }

    /// A flush in the middle of a record left some of its rows behind.
    @Test func camunda38626ARecordsRowsAreWrittenTogetherOrNotAtAll() async throws {
        try await TestSystem.with { system in
            // One event's rows: the timeline, the escalation, the list, the timers. The escalation's fails.
            let fault = Self.fault("TRIGGER fail AFTER INSERT", "escalation", "FOR EACH ROW")
            try await self.converges(system, failing: fault)
            #expect(try await system.count("SELECT count(*) FROM read.escalation") == 100)
            #expect(try await system.count("SELECT last_value FROM public.failures") > 6)
        }
    }

    /// What was in memory ran ahead of a commit that failed.
    @Test func camunda54326MemoryIsNotAheadOfACommitThatFailed() async throws {
        try await TestSystem.with { system in
            let fault = Self.fault(
                "CONSTRAINT TRIGGER fail AFTER UPDATE", "position", "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW")
            try await self.converges(system, failing: fault)
        }
    }

    /// A flush tried again inserted everything twice, and failed for ever on its keys.
    @Test func camunda55706TryingAgainInsertsNothingTwice() async throws {
        try await TestSystem.with { system in
            let fault = Self.fault("TRIGGER fail AFTER INSERT", "case_current", "FOR EACH STATEMENT")
            try await self.converges(system, failing: fault)
        }
    }

    /// Two exporters of one partition wrote over each other's positions.
    @Test func camunda56499TwoWorkersOnOnePartitionFenceEachOther() async throws {
        try await TestSystem.with(partitions: 1) { system in
            // Of another group: neither knows that the other has the partition.
            system.startWorker("rival", group: "rivals")
            try await self.converges(system, failing: "")
            #expect(try await system.count("SELECT token FROM read.position") >= 2)
        }
    }

    /// The exporter never recovered after the database was restarted.
    @Test func camunda52340ConnectionsCutMidRunAreMadeAnew() async throws {
        try await TestSystem.with { system in
            // A session that folds ends itself before it commits, six times: none is too quick to be met.
            let fault = Self.fault(
                "TRIGGER fail AFTER UPDATE", "position", "FOR EACH ROW",
                fails: "PERFORM pg_terminate_backend(pg_backend_pid());")
            try await self.converges(system, failing: fault) { system in
                // All others are cut once, those that wait for news among them.
                _ = try await system.database.withConnection {
                    try await $0.query(
                        """
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid()
                        """)
                }
            }
            #expect(try await system.count("SELECT last_value FROM public.failures") > 6)
        }
    }

    /// A transaction too large to commit was tried for ever.
    @Test func camunda41911ABatchThatIsTooLargeIsWrittenInParts() async throws {
        try await TestSystem.with { system in
            let fault = """
                CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF (SELECT count(*) FROM added) > 7 THEN RAISE EXCEPTION 'the transaction is too large'; END IF;
                    RETURN NULL;
                END $$;
                CREATE TRIGGER refuse AFTER INSERT ON read.case_event REFERENCING NEW TABLE AS added
                FOR EACH STATEMENT EXECUTE FUNCTION public.refuse();
                """
            try await self.converges(system, failing: fault)
        }
    }
}
