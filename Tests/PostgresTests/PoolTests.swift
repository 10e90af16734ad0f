import Postgres
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct PoolTests {
    @Test func connectionsAreUsedAgainAndBounded() async throws {
        try await withPool(size: 3) { pool in
            let processes = try await withThrowingTaskGroup(of: Int32.self) { group in
                for _ in 1...60 {
                    group.addTask { try await pool.query("SELECT pg_backend_pid()").value() }
                }
                return try await group.reduce(into: Set<Int32>()) { $0.insert($1) }
            }
            #expect((1...3).contains(processes.count))
        }
    }

    @Test func aPoolRecoversFromSessionsEndedByTheServer() async throws {
        try await withPool(size: 2) { pool in
            let killer = try await PostgresConnection.connect(try clusterConfiguration())
            let victim = try await pool.withConnection { $0.processID }
            try await killer.query("SELECT pg_terminate_backend(\(victim), 5000)")
            // Nothing was sent on the dead connection, so the statement is simply run on a new one.
            #expect(try await pool.execute("CREATE TABLE t AS SELECT 1") == 1)
            #expect(try await pool.withConnection { $0.processID } != victim)
            await killer.close()
        }
    }

    @Test func aTransactionWhoseSessionEndsBeforeCommitIsRunAgain() async throws {
        try await withPool(size: 1) { pool in
            try await pool.execute("CREATE TABLE t (n int)")
            let runs = Mutex(0)
            try await pool.transaction { transaction in
                let run = runs.withLock {
                    $0 += 1; return $0
                }
                try transaction.execute("INSERT INTO t VALUES (\(run))")
                if run < 3 { try transaction.query("SELECT pg_terminate_backend(pg_backend_pid())") }
            }
            #expect(try await pool.query("SELECT n FROM t").values() == [3])
        }
    }

    @Test func aStatementWhoseSessionEndsUnderItIsNotRepeated() async throws {
        try await withPool(size: 1) { pool in
            let error = try await postgresError {
                try await pool.query("SELECT pg_terminate_backend(pg_backend_pid())")
            }
            #expect(error.kind == .adminShutdown)
            #expect(try await pool.query("SELECT 1").value() == 1)
        }
    }

    @Test func serializationFailuresAreRetried() async throws {
        try await withPool(size: 4) { pool in
            try await pool.execute("CREATE TABLE counter AS SELECT 0 AS n")
            try await withThrowingTaskGroup { group in
                for _ in 1...4 {
                    group.addTask {
                        try await pool.transaction(.serializable) { transaction in
                            let n: Int = try transaction.query("SELECT n FROM counter").value()
                            try transaction.execute("UPDATE counter SET n = \(n + 1)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await pool.query("SELECT n FROM counter").value() == 4)
        }
    }

    @Test func retriesAreBounded() async throws {
        try await withPool(size: 1) { pool in
            let runs = Mutex(0)
            let error = try await postgresError {
                try await pool.transaction { transaction in
                    runs.withLock { $0 += 1 }
                    try transaction.execute(script: "DO $$ BEGIN RAISE SQLSTATE '40001'; END $$")
                }
            }
            #expect(error.kind == .serialization)
            #expect(runs.withLock { $0 } == 5)
        }
    }

    @Test func aCancelledWaiterLeavesAndTheOthersAreServed() async throws {
        try await withPool(size: 1) { pool in
            let patient = try await pool.withConnection { _ in
                let waiter = Task { try await pool.query("SELECT 1").value(as: Int.self) }
                let patient = Task { try await pool.query("SELECT 2").value(as: Int.self) }
                waiter.cancel()
                await #expect(throws: CancellationError.self) { try await waiter.value }
                return patient
            }
            #expect(try await patient.value == 2)
        }
    }

    @Test func aPoolThatCannotConnectTellsEveryWaiter() async throws {
        let pool = PostgresPool(PostgresConfiguration("host=127.0.0.1 port=1"), size: 1)
        await withTaskGroup { group in
            for _ in 1...3 {
                group.addTask {
                    await #expect(throws: PostgresError.self) { try await pool.query("SELECT 1") }
                }
            }
        }
        await pool.close()
    }

    @Test func aClosedPoolRefusesAndWaitsForLoans() async throws {
        try await withDatabase { configuration in
            let pool = PostgresPool(configuration, size: 1)
            let (connection, closing) = try await pool.withConnection { connection in
                let closing = Task { await pool.close() }
                var kind: PostgresError.Kind?
                // Until the other task has closed the pool this waits for its turn, and then it is refused.
                kind = try await postgresError { try await pool.query("SELECT 1") }.kind
                #expect(kind == .closed)
                #expect(try await connection.query("SELECT 1").value() == 1)
                return (connection, closing)
            }
            await closing.value
            #expect(try await postgresError { try await connection.query("SELECT 1") }.kind == .closed)
        }
    }
}
