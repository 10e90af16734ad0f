import Postgres
import Redressal
import RedressalTesting
import Testing

@testable import RedressalRuntime

@Suite(.timeLimit(.minutes(2))) struct PostgresFailureTests {
    private let event = NewRecord(topic: .events, partition: 0, key: "case", value: [1])

    @Test func aConnectionThatBreaksDuringACommitLeavesItsOutcomeUnknown() async throws {
        try await TemporaryDatabase.with { database in
            let log = PostgresLog(database.configuration, partitionCount: 2)
            try await log.prepare()
            let owner = try await log.takeOwnership(of: 0)
            _ = try await owner.commit([self.event], position: 1)
            let committing = try await database.withConnection { observer in
                try await database.withConnection { blocker in
                    try await Self.commit(owner, self.event, whileLockedBy: blocker, observer)
                }
            }
            #expect(committing?.code == .unknownOutcome)
            let again = await #expect(throws: LogError.self) { try await owner.commit([self.event], position: 9) }
            #expect(again?.code == .unknownOutcome)
            let next = try await log.takeOwnership(of: 0)
            #expect(try await next.position() == 1)
            #expect(try await log.end(of: .events, partition: 0) == 1)
            await log.close()
        }
    }

    /// Commits while an advisory lock in a trigger holds the commit up, and ends the committing session meanwhile.
    private static func commit(
        _ owner: any PartitionOwner, _ event: NewRecord, whileLockedBy blocker: PostgresConnection,
        _ observer: PostgresConnection
    ) async throws -> LogError? {
        try await blocker.execute(
            script: """
                CREATE FUNCTION public.hold() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN PERFORM pg_advisory_xact_lock(77, 77); RETURN NEW; END $$;
                CREATE TRIGGER hold BEFORE INSERT ON log.record FOR EACH ROW EXECUTE FUNCTION public.hold();
                """)
        try await AdvisoryLock(space: 77, key: 77).lock(on: blocker)
        let committing = Task { () -> LogError? in
            do {
                _ = try await owner.commit([event], position: 2)
                return nil
            } catch {
                return error as? LogError
            }
        }
        var ended = 0
        while ended == 0 {
            ended = try await observer.query(
                """
                SELECT count(pg_terminate_backend(pid)) FROM pg_locks
                WHERE locktype = 'advisory' AND classid = 77 AND NOT granted
                """
            ).value()
        }
        return await committing.value
    }

    @Test func aReaderIsWokenAfterTheListeningConnectionBroke() async throws {
        try await TemporaryDatabase.with { database in
            let log = PostgresLog(database.configuration, partitionCount: 2, recheck: .seconds(3600))
            try await log.prepare()
            let reader = try await log.reader(of: .events, from: [0: 0])
            try await database.withConnection { observer in
                for round in 0..<3 {
                    var ended = 0
                    while ended == 0 {
                        ended = try await observer.query(
                            """
                            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                            WHERE datname = current_database() AND query ILIKE 'LISTEN%'
                            """
                        ).value()
                    }
                    async let batch = reader.next(10, wait: .seconds(3600))
                    _ = try await log.append([self.event])
                    #expect(try await batch.records.map(\.offset) == [Int64(round)])
                }
            }
            await log.close()
        }
    }

    @Test func aLogWithoutADatabaseIsUnavailable() async throws {
        let log = PostgresLog(PostgresConfiguration("host=127.0.0.1 port=1 user=nobody"), partitionCount: 2)
        let error = await #expect(throws: LogError.self) { try await log.append([self.event]) }
        #expect(error?.code == .unavailable)
        await log.close()
    }
}
