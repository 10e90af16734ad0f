import Postgres
import Testing

@Suite(.timeLimit(.minutes(1))) struct TransactionTests {
    private struct Refusal: Error, Equatable {}

    private func withTable<R>(_ body: (PostgresConnection) async throws -> R) async throws -> R {
        try await withTestConnection { connection in
            try await connection.execute("CREATE TABLE t (n int PRIMARY KEY)")
            return try await body(connection)
        }
    }

    @Test func aBodyThatReturnsCommits() async throws {
        try await self.withTable { connection in
            let inserted = try await connection.transaction { try $0.execute("INSERT INTO t VALUES (1), (2)") }
            #expect(inserted == 2)
            #expect(try await connection.query("SELECT n FROM t ORDER BY n").values() == [1, 2])
        }
    }

    @Test func aBodyThatThrowsRollsBackAndItsErrorComesThrough() async throws {
        try await self.withTable { connection async throws in
            await #expect(throws: Refusal()) {
                try await connection.transaction { transaction in
                    try transaction.execute("INSERT INTO t VALUES (1)")
                    throw Refusal()
                }
            }
            #expect(try await connection.query("SELECT n FROM t").values(as: Int.self) == [])
        }
    }

    /// Reproducer of style.md trap 36: with an awaiting body, other tasks' inserts vanished in a rollback.
    @Test func noOtherCallersStatementSlipsIntoATransaction() async throws {
        try await self.withTable { connection in
            try await withThrowingTaskGroup { group in
                for n in 1...50 {
                    group.addTask {
                        let returned: Int = try await connection.query("INSERT INTO t VALUES (\(n)) RETURNING n")
                            .value()
                        #expect(returned == n)
                    }
                    group.addTask {
                        try? await connection.transaction { transaction in
                            try transaction.execute("INSERT INTO t VALUES (\(1000 + n))")
                            throw Refusal()
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await connection.query("SELECT n FROM t ORDER BY n").values() == Array(1...50))
        }
    }

    @Test func anErrorThatTheBodySwallowsStillFailsTheTransaction() async throws {
        try await self.withTable { connection in
            let error = try await postgresError {
                try await connection.transaction { transaction in
                    try transaction.execute("INSERT INTO t VALUES (1)")
                    _ = try? transaction.execute("INSERT INTO t VALUES (1)")
                }
            }
            #expect(error.kind == .uniqueViolation)
            #expect(try await connection.query("SELECT count(*) FROM t").value() == 0)
        }
    }

    @Test func aBodyMayNotEndItsTransactionItself() async throws {
        try await self.withTable { connection in
            let error = try await postgresError { try await connection.transaction { try $0.execute("COMMIT") } }
            #expect(error.kind == .misuse)
        }
    }

    @Test func aBareBeginIsRolledBackAtOnce() async throws {
        try await self.withTable { connection in
            #expect(try await postgresError { try await connection.execute("BEGIN") }.kind == .misuse)
            try await connection.execute("INSERT INTO t VALUES (1)")
            #expect(try await connection.query("SELECT count(*) FROM t").value() == 1)
        }
    }

    @Test func aScriptThatFailsAfterItsBeginLeavesNoTransactionOpen() async throws {
        try await self.withTable { connection in
            let error = try await postgresError { try await connection.execute(script: "BEGIN; SELECT nonsense") }
            #expect(error.sqlState == "42703")
            try await connection.execute("INSERT INTO t VALUES (1)")
            #expect(try await connection.query("SELECT count(*) FROM t").value() == 1)
        }
    }

    @Test func aFailureAtCommitIsToldApart() async throws {
        try await withTestConnection { connection in
            try await connection.execute("CREATE TABLE t (n int UNIQUE DEFERRABLE INITIALLY DEFERRED)")
            let error = try await postgresError {
                try await connection.transaction { try $0.execute("INSERT INTO t VALUES (1), (1)") }
            }
            #expect(error.kind == .uniqueViolation)
            #expect(error.phase == .commit)
            #expect(try await connection.query("SELECT count(*) FROM t").value() == 0)
        }
    }

    @Test func isolationIsWhatWasAskedFor() async throws {
        try await withTestConnection { connection async throws in
            let show: @Sendable (borrowing PostgresTransaction) throws -> String = {
                let level: String = try $0.query("SHOW transaction_isolation").value()
                return level + " " + (try $0.query("SHOW transaction_read_only").value())
            }
            #expect(try await connection.transaction(.readCommitted, show) == "read committed off")
            #expect(try await connection.transaction(.repeatableRead, show) == "repeatable read off")
            #expect(try await connection.transaction(.serializable, show) == "serializable off")
            #expect(try await connection.transaction(.snapshot, show) == "repeatable read on")
        }
    }

    @Test func aLostConnectionThatTheBodySwallowsIsNotAnUnknownCommit() async throws {
        try await withTestConnection { connection in
            let error = try await postgresError {
                try await connection.transaction { transaction in
                    _ = try? transaction.execute("SELECT pg_terminate_backend(pg_backend_pid())")
                }
            }
            #expect(error.kind == .adminShutdown)
        }
    }

    @Test func aClientThatStandsStillInATransactionLosesItWhenItCouldHoldUpOthers() async throws {
        try await withTestConnection { connection async throws in
            let show: @Sendable (borrowing PostgresTransaction) throws -> String = {
                try $0.query("SHOW idle_in_transaction_session_timeout").value()
            }
            #expect(try await connection.transaction(.readCommitted, show) == "10s")
            #expect(try await connection.transaction(.repeatableRead, show) == "10s")
            #expect(try await connection.transaction(.serializable, show) == "10s")
            #expect(try await connection.transaction(.snapshot, show) == "0")
        }
    }
}
