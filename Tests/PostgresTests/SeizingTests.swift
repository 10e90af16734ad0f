import Dispatch
import Postgres
import Testing

@Suite(.timeLimit(.minutes(1))) struct SeizingTests {
    /// Where a client stands still.
    enum Standstill: CaseIterable {
        case copying
        case idle
    }

    @Test(arguments: Standstill.allCases)
    func whoStandsStillLosesTheRow(_ standstill: Standstill) async throws {
        try await withPool(size: 2) { pool in
            try await pool.execute("CREATE TABLE t AS SELECT 1 AS id, 0 AS n")
            try await pool.execute("CREATE TABLE line (id int)")
            let stopped = try await pool.withConnection { $0.processID }
            let goingOn = DispatchSemaphore(value: 0)
            let (moments, continuation) = AsyncStream<Void>.makeStream()
            let standing = Task {
                try await pool.withConnection { connection in
                    #expect(connection.processID == stopped)
                    try await connection.transaction { transaction in
                        try transaction.execute("UPDATE t SET n = 1")
                        let stop = {
                            continuation.finish()
                            goingOn.wait()
                        }
                        guard standstill == .copying else { return stop() }
                        // Rows that are long in coming, as from a process that was stopped among them.
                        try transaction.copyIn(
                            SQL.identifier("line"), columns: ["id"],
                            rows: (1...2).lazy.map { number in
                                if number == 2 { stop() }
                                return [.int(Int64(number))]
                            })
                    }
                }
            }
            for await _ in moments {}
            let seized: Int = try await pool.seize(
                "UPDATE t SET n = n + 10 WHERE id = 1 RETURNING n", SQL.identifier("t"), where: "id = 1",
                patience: .milliseconds(200)
            ).value()
            #expect(seized == 10)
            goingOn.signal()
            let error = try await postgresError { try await standing.value }
            // A client that goes on with COMMIT cannot tell what became of it.
            #expect(error.kind == (standstill == .copying ? .adminShutdown : .unknownCommitOutcome))
            #expect(try await pool.query("SELECT n FROM t").values() == [10])
            #expect(try await pool.query("SELECT count(*) FROM line").value() == 0)
        }
    }

    @Test func whoHoldsTheRowForAMomentKeepsIt() async throws {
        try await withPool(size: 2) { pool in
            try await pool.execute("CREATE TABLE t AS SELECT 1 AS id, 0 AS n")
            let (moments, continuation) = AsyncStream<Void>.makeStream()
            let seizing = Task {
                for await _ in moments {}
                return try await pool.seize(
                    "UPDATE t SET n = n + 10 WHERE id = 1 RETURNING n", SQL.identifier("t"), where: "id = 1")
            }
            try await pool.transaction { transaction in
                try transaction.execute("UPDATE t SET n = 1")
                continuation.finish()
            }
            #expect(try await seizing.value.value() == 11)
        }
    }
}
