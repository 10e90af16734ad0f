import Testing

@testable import Postgres

@Suite(.timeLimit(.minutes(1))) struct BinaryResultTests {
    @Test func valuesSurviveTheirBinaryForm() async throws {
        try await withTestConnection { connection in
            let texts = ["شکایت ភាសា", "", "NULL", #"q"\,{}"#]
            let query: SQL = """
                SELECT \(Int64.min)::bigint, -1::bigint, \(texts[0])::text, ''::text, \([UInt8]([0, 255, 92]))::bytea,
                       \(PostgresValue.textArray(texts))::text[], '{}'::text[], NULL::text
                """
            // The second time it is prepared on the server.
            for _ in 0..<2 {
                let row = try await connection.query(query.inBinary)[0]
                #expect(try [row.binary(0), row.binary(1)] == [Int64.min, -1])
                #expect(try [row.binary(2), row.binary(3)] == [texts[0], ""])
                #expect(try row.binary(4) == [UInt8]([0, 255, 92]))
                #expect(try row.binary(5, as: PostgresTextArray.self)?.elements == texts)
                #expect(try row.binary(6, as: PostgresTextArray.self)?.elements == [])
                #expect(try row.binary(7, as: String.self) == nil)
            }
        }
    }

    @Test func aCellIsReadOnlyInTheFormItCameIn() async throws {
        try await withTestConnection { connection in
            let (query, binary): (SQL, SQL) = ("SELECT 1::bigint AS one", ("SELECT 1::bigint AS one" as SQL).inBinary)
            let calls: [() async throws -> Void] = [
                { _ = try await connection.query(query)[0].binary(0, as: Int64.self) },
                { _ = try await connection.query(binary)[0]["one", as: Int64.self] },
                { _ = try await connection.query(binary)[0].binary(0, as: PostgresTextArray.self) },
                { _ = try await connection.query(binary)[0].binary(1, as: Int64.self) },
            ]
            for call in calls {
                let error = try await postgresError { try await call() }
                #expect(error.kind == .decoding)
            }
        }
    }

    @Test func arraysOfAnyShapeAreReadInARow() async throws {
        try await withTestConnection { connection in
            let row = try await connection.query(
                ("SELECT '{{a,b},{c,d}}'::text[], '{a,NULL,\"NULL\"}'::text[], '[0:1]={a,b}'::text[]" as SQL).inBinary)[
                    0]
            #expect(try row.binary(0, as: PostgresTextArray.self)?.elements == ["a", "b", "c", "d"])
            #expect(try row.binary(1, as: PostgresTextArray.self)?.elements == ["a", nil, "NULL"])
            #expect(try row.binary(2, as: PostgresTextArray.self)?.elements == ["a", "b"])
        }
    }

    /// An array of "a" and "", cut or lengthened anywhere.
    @Test func brokenArraysAreRefused() {
        let whole: [UInt8] =
            [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 25, 0, 0, 0, 2, 0, 0, 0, 1] + [0, 0, 0, 1, 97] + [0, 0, 0, 0]
        func texts(_ bytes: some Sequence<UInt8>) -> [String?]? {
            Array(bytes).withUnsafeBufferPointer { PostgresTextArray(postgresBinary: $0)?.elements }
        }
        #expect(texts(whole) == ["a", ""])
        for count in whole.indices { #expect(texts(whole.prefix(count)) == nil) }
        #expect(texts(whole + [0]) == nil)
        for (place, value) in [(0, 0x7F), (0, 0xFF), (3, 2), (12, 0x7F), (12, 0xFF), (15, 3), (20, 0x7F)]
            as [(Int, UInt8)]
        {
            var other = whole
            other[place] = value
            #expect(texts(other) == nil)
        }
    }
}
