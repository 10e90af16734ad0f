import Foundation
import Postgres
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct CommitOutcomeTests {
    /// A table whose deferred trigger ends the session during `COMMIT`.
    private static let schema = """
        CREATE TABLE t (n int);
        CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
        CREATE CONSTRAINT TRIGGER die AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION die();
        """

    @Test func aSessionEndedDuringCommitIsAnUnknownOutcome() async throws {
        try await withTestConnection { connection in
            try await connection.execute(script: Self.schema)
            let error = try await postgresError {
                try await connection.transaction { try $0.execute("INSERT INTO t VALUES (1)") }
            }
            #expect(error.kind == .unknownCommitOutcome)
            #expect(error.phase == .commit)
            #expect(!error.isRetriable)
            #expect(error.isConnectionLost)
            #expect(!connection.isOpen)
        }
    }

    @Test func aPoolNeverRepeatsATransactionWithAnUnknownOutcome() async throws {
        try await withPool(size: 1) { pool in
            try await pool.withConnection { try await $0.execute(script: Self.schema) }
            let runs = Mutex(0)
            let error = try await postgresError {
                try await pool.transaction { transaction in
                    runs.withLock { $0 += 1 }
                    try transaction.execute("INSERT INTO t VALUES (1)")
                }
            }
            #expect(error.kind == .unknownCommitOutcome)
            #expect(runs.withLock { $0 } == 1)
        }
    }

    @Test func aCommitWhoseAnswerIsLostIsAnUnknownOutcomeThoughItHappened() async throws {
        try await withDatabase { configuration in
            let direct = try await PostgresConnection.connect(configuration)
            try await direct.execute("CREATE TABLE t (n int)")
            let proxy = try await CommitDroppingProxy.start(before: direct)
            let connection = try await PostgresConnection.connect(
                PostgresConfiguration(try await proxy.connectionString(like: configuration, direct)))
            let error = try await postgresError {
                try await connection.transaction { try $0.execute("INSERT INTO t VALUES (1)") }
            }
            #expect(error.kind == .unknownCommitOutcome)
            #expect(try await direct.query("SELECT n FROM t").values() == [1])
            await direct.close()
        }
    }
}
