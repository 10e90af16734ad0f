import Postgres
import Testing

@Suite(.timeLimit(.minutes(1))) struct CancellationTests {
    @Test func cancellingTheTaskStopsTheStatementAndTheConnectionStaysUsable() async throws {
        try await withDatabase { configuration in
            let connection = try await PostgresConnection.connect(configuration)
            let observer = try await PostgresConnection.connect(configuration)
            let sleeper = Task { try await connection.query("SELECT pg_sleep(3600)") }
            try await untilBusy(connection.processID, observer: observer)
            sleeper.cancel()
            await #expect(throws: CancellationError.self) { try await sleeper.value }
            #expect(try await connection.query("SELECT 1").value() == 1)
            await connection.close()
            await observer.close()
        }
    }

    @Test func aCancelledTransactionRollsBack() async throws {
        try await withDatabase { configuration in
            let connection = try await PostgresConnection.connect(configuration)
            let observer = try await PostgresConnection.connect(configuration)
            try await connection.execute("CREATE TABLE t (n int)")
            let sleeper = Task {
                try await connection.transaction { transaction in
                    try transaction.execute("INSERT INTO t VALUES (1)")
                    // A body that goes on after the cancellation gets no further.
                    _ = try? transaction.query("SELECT pg_sleep(3600)")
                    try transaction.execute("INSERT INTO t VALUES (2)")
                }
            }
            try await untilBusy(connection.processID, observer: observer)
            sleeper.cancel()
            await #expect(throws: CancellationError.self) { try await sleeper.value }
            #expect(try await connection.query("SELECT count(*) FROM t").value() == 0)
            await connection.close()
            await observer.close()
        }
    }

    @Test func aTaskCancelledBeforehandSendsNothing() async throws {
        try await withTestConnection { connection in
            try await connection.execute("CREATE TABLE t (n int)")
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await connection.execute("INSERT INTO t VALUES (1)")
            }
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await connection.query("SELECT count(*) FROM t").value() == 0)
        }
    }

    @Test func cancelStopsWhateverRunsWithTheServersOwnError() async throws {
        try await withDatabase { configuration in
            let connection = try await PostgresConnection.connect(configuration)
            let observer = try await PostgresConnection.connect(configuration)
            async let error = postgresError { try await connection.query("SELECT pg_sleep(3600)") }
            try await untilBusy(connection.processID, observer: observer)
            connection.cancel()
            #expect(try await error.kind == .cancelled)
            #expect(try await connection.query("SELECT 1").value() == 1)
            await connection.close()
            await observer.close()
        }
    }

    @Test func aTimeoutOfTheServerIsNotACancellationOfTheTask() async throws {
        try await withTestConnection { connection in
            try await connection.execute("SET statement_timeout = 1")
            #expect(try await postgresError { try await connection.query("SELECT pg_sleep(3600)") }.kind == .cancelled)
        }
    }

    /// A request that overtakes its statement finds an idle session, so one request alone would leave this hanging.
    @Test func aCancellationInTheMomentOfSendingIsNotLost() async throws {
        try await withTestConnection { connection async throws in
            for round in 1...100 {
                let task = Task { try await connection.query("SELECT pg_sleep(3600)") }
                for _ in 1...(round % 7 + 1) { await Task.yield() }
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
            }
            #expect(try await connection.query("SELECT 1").value() == 1)
        }
    }

    @Test func aLateCancellationNeverHitsTheNextStatement() async throws {
        try await withTestConnection { connection async throws in
            for round in 1...200 {
                let task = Task { try await connection.query("SELECT \(round)::int").value(as: Int.self) }
                if round.isMultiple(of: 2) { await Task.yield() }
                task.cancel()
                // This one was not cancelled, so it must come through, whatever became of the other.
                #expect(try await connection.query("SELECT \(-round)::int").value() == -round)
                do {
                    let value = try await task.value
                    #expect(value == round)
                } catch is CancellationError {
                    continue
                }
            }
        }
    }
}
