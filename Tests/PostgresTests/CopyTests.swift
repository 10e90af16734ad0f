import Postgres
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct CopyTests {
    private static let texts = [
        "tab\there", "line\nbreak", "carriage\rreturn", "back\\slash", "\\N", "\\.", "", "شکایت درج", "បណ្តឹងតវ៉ា",
        "🙂 'x' \"y\"",
    ]

    private func withTable<R>(_ body: (PostgresConnection) async throws -> R) async throws -> R {
        try await withTestConnection { connection in
            try await connection.execute("CREATE TABLE t (id int, body text, raw bytea, at timestamptz)")
            return try await body(connection)
        }
    }

    @Test func textsSurviveInAndOut() async throws {
        try await self.withTable { connection in
            let rows: [[PostgresValue]] = (Self.texts + [nil]).enumerated().map { index, text in
                [
                    .int(Int64(index)), text.map(PostgresValue.text) ?? .null, .bytes([0, 92]),
                    .timestamp(milliseconds: 1),
                ]
            }
            let count = try await connection.copyIn(
                SQL.identifier("t"), columns: ["id", "body", "raw", "at"], rows: rows)
            #expect(count == rows.count)
            let stored: [String?] = try await connection.query("SELECT body FROM t ORDER BY id").values()
            #expect(stored == Self.texts + [nil])
            let received = Mutex<[String?]>([])
            let read = try await connection.copyOut("SELECT body, id FROM t ORDER BY id") { fields in
                received.withLock { $0.append(fields[0]) }
            }
            #expect(read == rows.count)
            #expect(received.withLock { $0 } == Self.texts + [nil])
            let row = try await connection.query("SELECT raw, at FROM t LIMIT 1")[0]
            #expect(try row["raw"] == [0, 92] as [UInt8])
            #expect(try row["at"] == PostgresTimestamp(milliseconds: 1))
        }
    }

    @Test func manyRowsGoInPiecesInsideATransaction() async throws {
        try await self.withTable { connection in
            let body = String(repeating: "ក", count: 100)
            let copied = try await connection.transaction { transaction in
                let rows = (1...20_000).lazy.map { [PostgresValue.int(Int64($0)), .text(body)] }
                return try transaction.copyIn(SQL.identifier("t"), columns: ["id", "body"], rows: rows)
            }
            #expect(copied == 20_000)
            let sum: Int = try await connection.query("SELECT sum(id) FROM t WHERE body = \(body)").value()
            #expect(sum == 200_010_000)
        }
    }

    @Test func aNulByteStopsTheCopyNamingTheColumn() async throws {
        try await self.withTable { connection in
            let error = try await postgresError {
                try await connection.copyIn(
                    SQL.identifier("t"), columns: ["id", "body"],
                    rows: [[.int(1), .text("fine")], [.int(2), .text("\0")]])
            }
            #expect(error.kind == .nulByte)
            #expect(error.column == "body")
            #expect(error.table == "\"t\"")
            #expect(try await connection.query("SELECT count(*) FROM t").value() == 0)
        }
    }

    @Test func anErrorOfTheServerStopsTheCopy() async throws {
        try await self.withTable { connection in
            let error = try await postgresError {
                try await connection.copyIn(SQL.identifier("t"), columns: ["id"], rows: [[.text("x")]])
            }
            #expect(error.kind == .invalidValue)
            let missing = try await postgresError {
                try await connection.copyIn(SQL.identifier("nowhere"), columns: ["id"], rows: [[.int(1)]])
            }
            #expect(missing.sqlState == "42P01")
            #expect(try await connection.query("SELECT count(*) FROM t").value() == 0)
        }
    }

    @Test func aReaderThatThrowsEndsTheCopyAndTheConnectionStaysUsable() async throws {
        struct Enough: Error {}
        try await withTestConnection { connection async throws in
            await #expect(throws: Enough.self) {
                try await connection.copyOut("SELECT generate_series(1, 100000000)") { fields in
                    if fields == ["1000"] { throw Enough() }
                }
            }
            #expect(try await connection.query("SELECT 1").value() == 1)
        }
    }

    @Test func bindingsAreRefusedWhereCopyTakesNone() async throws {
        try await withTestConnection { connection async throws in
            #expect(try await postgresError { try await connection.copyOut("SELECT \(1)") { _ in } }.kind == .misuse)
        }
    }
}
