import Postgres
import Testing

@Suite(.timeLimit(.minutes(1))) struct PreparedStatementTests {
    @Test func aPreparedStatementSurvivesAChangeOfTheSchema() async throws {
        try await withTestConnection { connection in
            try await connection.execute("CREATE TABLE t (n int)")
            for _ in 1...3 { try await connection.query("SELECT * FROM t WHERE n = \(1)") }
            #expect(try await connection.query("SELECT count(*) FROM pg_prepared_statements").value() == 1)
            try await connection.execute("ALTER TABLE t ADD COLUMN m int")
            let error = try await postgresError { try await connection.query("SELECT * FROM t WHERE n = \(1)") }
            #expect(error.kind == .stalePlan)
            #expect(error.isRetriable)
            #expect(try await connection.query("SELECT * FROM t WHERE n = \(1)").columns.map(\.name) == ["n", "m"])
        }
    }

    @Test func theNumberOfPreparedStatementsIsBounded() async throws {
        try await withTestConnection { connection async throws in
            for number in 1...400 {
                let sql = SQL(unsafeSQL: "SELECT \(number)")
                for _ in 1...2 { #expect(try await connection.query(sql).value() == number) }
            }
            let prepared: Int = try await connection.query("SELECT count(*) FROM pg_prepared_statements").value()
            #expect((250...256).contains(prepared))
        }
    }

    @Test func aStatementThatWasDiscardedIsPreparedAnew() async throws {
        try await withTestConnection { connection in
            for _ in 1...2 { #expect(try await connection.query("SELECT \(5)::int").value() == 5) }
            try await connection.execute("DISCARD ALL")
            #expect(try await postgresError { try await connection.query("SELECT \(5)::int") }.kind == .stalePlan)
            #expect(try await connection.query("SELECT \(5)::int").value() == 5)
        }
    }

    @Test func aPoolRepeatsAStatementWhosePlanWentStale() async throws {
        try await withPool(size: 1) { pool in
            try await pool.execute("CREATE TABLE t (n int)")
            for _ in 1...2 { try await pool.query("SELECT * FROM t") }
            try await pool.execute("ALTER TABLE t ADD COLUMN m int")
            #expect(try await pool.query("SELECT * FROM t").columns.map(\.name) == ["n", "m"])
        }
    }

    @Test func theSameTextWithNullAndWithBytesIsTwoStatements() async throws {
        try await withTestConnection { connection async throws in
            for value: [UInt8]? in [[0, 1], nil, [2], nil, [3], nil] {
                let read: [UInt8]? = try await connection.query("SELECT \(value)::bytea").value()
                #expect(read == value)
            }
        }
    }
}
