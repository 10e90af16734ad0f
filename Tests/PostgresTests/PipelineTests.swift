import Postgres
import Testing

@Suite(.timeLimit(.minutes(1))) struct PipelineTests {
    private func withTable<R>(_ body: (PostgresConnection) async throws -> R) async throws -> R {
        try await withTestConnection { connection in
            try await connection.execute("CREATE TABLE t (n int PRIMARY KEY)")
            return try await body(connection)
        }
    }

    @Test func everyStatementGetsItsResult() async throws {
        try await self.withTable { connection in
            let sums = try await connection.transaction { transaction in
                let inserts = (1...100).map { "INSERT INTO t VALUES (\($0)) RETURNING n" as SQL }
                let results = try transaction.pipeline(inserts + ["SELECT sum(n) FROM t"])
                return try results.map { try $0.value(as: Int.self) }
            }
            #expect(sums == Array(1...100) + [5050])
        }
    }

    @Test func anErrorInTheMiddleNamesItsStatementAndUndoesAll() async throws {
        try await self.withTable { connection in
            let error = try await postgresError {
                try await connection.transaction { transaction in
                    try transaction.pipeline([
                        "INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (2)",
                    ])
                }
            }
            #expect(error.kind == .uniqueViolation)
            #expect(error.pipelineIndex == 1)
            #expect(error.sql == "INSERT INTO t VALUES (1)")
            #expect(try await connection.query("SELECT count(*) FROM t").value() == 0)
            #expect(try await connection.transaction { try $0.pipeline(["SELECT 7"])[0].value() } == 7)
        }
    }

    @Test func anEmptyPipelineHasNoResults() async throws {
        try await withTestConnection { connection async throws in
            #expect(try await connection.transaction { try $0.pipeline([]).count } == 0)
        }
    }

    /// More than the sockets' buffers hold in both directions at once: neither side may wait for the other for ever.
    @Test func aLargePipelineWithLargeAnswersDoesNotBlock() async throws {
        try await withTestConnection { connection in
            let text = String(repeating: "x", count: 20_000)
            let lengths = try await connection.transaction { transaction in
                try transaction.pipeline((1...1000).map { _ in "SELECT repeat(\(text), 1)" })
                    .map { try $0.value(as: String.self).utf8.count }
            }
            #expect(lengths == Array(repeating: 20_000, count: 1000))
        }
    }

    @Test func aStatementThatLibpqRefusesLeavesTheConnectionUsable() async throws {
        try await withTestConnection { connection in
            // One parameter more than the protocol can count.
            var interpolation = SQLInterpolation(literalCapacity: 0, interpolationCount: 65_536)
            interpolation.appendLiteral("SELECT ")
            for index in 0..<65_536 {
                if index > 0 { interpolation.appendLiteral(", ") }
                interpolation.appendInterpolation(1)
            }
            let tooWide = SQL(stringInterpolation: interpolation)
            let error = try await postgresError {
                try await connection.transaction { try $0.pipeline(["SELECT 1", tooWide]) }
            }
            #expect(error.message.contains("number of parameters must be between"))
            #expect(try await connection.transaction { try $0.pipeline(["SELECT 7"])[0].value() } == 7)
        }
    }
}
