import Postgres
import Testing

@Suite(.timeLimit(.minutes(1))) struct StatementTests {
    @Test func valuesOfEveryKindSurviveARoundTrip() async throws {
        try await withTestConnection { connection in
            let bytes: [UInt8] = [0, 1, 255, 92]
            let row = try await connection.query(
                """
                SELECT \("شکایت ភាសា 'x'")::text AS text, \(Int64.max)::bigint AS int, \(true) AS bool,
                    \(0.1)::float8 AS double, \(bytes) AS bytes, \(PostgresValue.json("{\"a\": 1}"))::jsonb->>'a' AS json,
                    \(PostgresTimestamp(milliseconds: -1)) AS moment
                """)[0]
            #expect(try row["text"] == "شکایت ភាសា 'x'")
            #expect(try row["int"] == Int64.max)
            #expect(try row["bool"] == true)
            #expect(try row["double"] == 0.1)
            #expect(try row["bytes"] == bytes)
            #expect(try row["json", as: Int.self] == 1)
            #expect(try row["moment"] == PostgresTimestamp(milliseconds: -1))
        }
    }

    @Test func nullIsNotTheEmptyText() async throws {
        try await withTestConnection { connection in
            let row = try await connection.query("SELECT \("")::text AS empty, \(String?.none)::text AS nothing")[0]
            #expect(try row["empty", as: String?.self] == "")
            #expect(try row["nothing", as: String?.self] == nil)
        }
    }

    @Test func arraysFeedUnnest() async throws {
        try await withTestConnection { connection in
            let texts = PostgresValue.textArray(["a,\"b\\", nil, "", "NULL", "ដី"])
            let numbers = PostgresValue.int64Array([1, 2, nil, .min, .max])
            let blobs = PostgresValue.bytesArray([[0], nil, [], [92, 34], [255]])
            let rows = try await connection.query("SELECT * FROM unnest(\(texts), \(numbers), \(blobs)) AS t(a, b, c)")
            #expect(try rows.map { try $0["a", as: String?.self] } == ["a,\"b\\", nil, "", "NULL", "ដី"])
            #expect(try rows.map { try $0["b", as: Int64?.self] } == [1, 2, nil, .min, .max])
            #expect(try rows.map { try $0["c", as: [UInt8]?.self] } == [[0], nil, [], [92, 34], [255]])
        }
    }

    @Test func timestampArraysKeepEveryMillisecond() async throws {
        try await withTestConnection { connection in
            let moments: [Int64?] = [0, -1, 1_772_366_400_123, 253_402_300_799_999, -62_135_596_800_000, nil]
            let rows = try await connection.query(
                "SELECT * FROM unnest(\(PostgresValue.timestampArray(moments))) AS t(moment)")
            #expect(try rows.map { try $0["moment", as: PostgresTimestamp?.self]?.milliseconds } == moments)
            let beyond = PostgresValue.timestampArray([.max, .min])
            let infinite: [Bool] = try await connection.query(
                "SELECT moment IN ('infinity', '-infinity') FROM unnest(\(beyond)) AS t(moment)"
            ).values()
            #expect(infinite == [true, true])
        }
    }

    @Test func aTextWithANulByteIsRefusedAndNothingIsSent() async throws {
        try await withTestConnection { connection in
            let error = try await postgresError { try await connection.query("SELECT \(1)::int, \("a\0b")::text") }
            #expect(error.kind == .nulByte)
            #expect(error.message.contains("parameter $2"))
            #expect(try await connection.query("SELECT 1").value() == 1)
        }
    }

    @Test func sqlTextWithANulByteIsRefused() async throws {
        try await withTestConnection { connection in
            let error = try await postgresError { try await connection.query(SQL(unsafeSQL: "SELECT 1\0; DROP")) }
            #expect(error.kind == .nulByte)
        }
    }

    @Test func errorsCarryTheirSQLStateAndNames() async throws {
        try await withTestConnection { connection in
            try await connection.execute(
                "CREATE TABLE t (stream text, version int CHECK (version > 0), UNIQUE (stream, version))")
            try await connection.execute("INSERT INTO t VALUES (\("a"), \(1))")
            let unique = try await postgresError {
                try await connection.execute(("INSERT INTO t VALUES (\("a"), \(1))" as SQL).labelled("append"))
            }
            #expect(unique.kind == .uniqueViolation)
            #expect(unique.sqlState == "23505")
            #expect(unique.constraint == "t_stream_version_key")
            #expect(unique.table == "t")
            #expect(unique.description.contains("in append, table t, constraint t_stream_version_key"))
            #expect(!unique.description.contains("(a, 1)"))
            let check = try await postgresError { try await connection.execute("INSERT INTO t VALUES ('a', 0)") }
            #expect(check.kind == .checkViolation)
            let syntax = try await postgresError { try await connection.execute("SELEKT") }
            #expect(syntax.kind == .invalidStatement)
            #expect(syntax.sql == "SELEKT")
        }
    }

    @Test func decodingErrorsNameColumnAndTypeButNotTheValue() async throws {
        try await withTestConnection { connection in
            let row = try await connection.query("SELECT 'secret'::text AS name, NULL::int AS age")[0]
            let mismatch = try await postgresError { _ = try row["name", as: Int.self] }
            #expect(
                mismatch
                    == PostgresError(
                        .decoding, "expected Int in column name of row 0 but found another value of type 25",
                        column: "name"))
            let null = try await postgresError { _ = try row["age", as: Int.self] }
            #expect(null.message == "expected Int in column age of row 0 but found NULL")
            let missing = try await postgresError { _ = try row["nam", as: Int.self] }
            #expect(missing.message == "expected a column nam but the result has [name, age]")
            let position = try await postgresError { _ = try row[2, as: Int.self] }
            #expect(position.message == "expected a column at 2 but the row has 2")
        }
    }

    @Test func rowsOutliveTheConnection() async throws {
        let row = try await withTestConnection { try await $0.query("SELECT 'still here' AS text")[0] }
        #expect(try row["text"] == "still here")
    }

    @Test func affectedRowsAreCounted() async throws {
        try await withTestConnection { connection in
            try await connection.execute("CREATE TABLE t (n int)")
            #expect(try await connection.execute("INSERT INTO t SELECT generate_series(1, 5)") == 5)
            #expect(try await connection.execute("DELETE FROM t WHERE n > \(3)") == 2)
            #expect(try await connection.query("SELECT n FROM t ORDER BY n").values() == [1, 2, 3])
        }
    }

    @Test func aCopyInDisguiseIsRefusedAndTheConnectionStaysUsable() async throws {
        try await withTestConnection { connection async throws in
            for sql: SQL in ["COPY (SELECT 1) TO STDOUT", "COPY pg_class FROM STDIN"] {
                #expect(try await postgresError { try await connection.query(sql) }.kind == .misuse)
                #expect(try await connection.query("SELECT 1").value() == 1)
            }
        }
    }

    @Test func noticesDoNotDisturb() async throws {
        try await withTestConnection { connection in
            try await connection.execute(script: "DO $$ BEGIN RAISE NOTICE 'hello'; END $$; SELECT 1")
            #expect(try await connection.query("SELECT 1").value() == 1)
        }
    }
}
