import Postgres
import Redressal
import RedressalTesting
import Testing

@testable import RedressalRuntime

@Suite(.timeLimit(.minutes(2))) struct PostgresLogTests {
    private let event = NewRecord(topic: .events, partition: 0, key: "case", value: [1])

    /// Makes a database and a prepared log in it.
    private func withLog(_ body: (PostgresLog, PostgresConnection) async throws -> Void) async throws {
        try await TemporaryDatabase.with { database in
            let log = PostgresLog(database.configuration, partitionCount: 2, recheck: .seconds(3600))
            try await log.prepare()
            try await database.withConnection { try await body(log, $0) }
            await log.close()
        }
    }

    @Test func aDatabaseThatWasNotMigratedIsNotPrepared() async throws {
        try await TemporaryDatabase.with(migrations: 0) { database in
            let log = PostgresLog(database.configuration, partitionCount: 2)
            let calls: [() async throws -> Void] = [
                { try await log.prepare() }, { _ = try await log.append([self.event]) },
                { _ = try await log.takeOwnership(of: 0) }, { _ = try await log.end(of: .events, partition: 0) },
                { _ = try await log.reader(of: .events, from: [0: 0]) },
            ]
            for call in calls {
                let error = await #expect(throws: LogError.self) { try await call() }
                #expect(error?.code == .notPrepared)
            }
            await log.close()
        }
    }

    @Test(arguments: [
        ("ALTER TABLE log.record ALTER headers DROP NOT NULL", LogError.Code.notPrepared),
        ("ALTER TABLE log.record DROP CONSTRAINT record_pkey", .notPrepared),
        ("ALTER TABLE log.owner RENAME token TO epoch", .notPrepared),
        ("DROP FUNCTION log.commit", .notPrepared),
        ("ALTER TABLE log.record DISABLE TRIGGER refuse_change", .unsafeSetting),
        ("ALTER TABLE log.record ENABLE TRIGGER refuse_change", .unsafeSetting),
        ("DROP TRIGGER refuse_truncate ON log.record", .unsafeSetting),
        ("INSERT INTO log.owner (partition) VALUES (2)", .unsafeSetting),
    ])
    func anAlteredSchemaIsRefused(_ change: String, _ code: LogError.Code) async throws {
        try await self.withLog { log, connection in
            try await connection.execute(script: change)
            let error = await #expect(throws: LogError.self) { try await log.prepare() }
            #expect(error?.code == code)
            #expect(error?.message.hasPrefix("expected ") == true)
        }
    }

    @Test func aReadOfSeveralPagesIsOneAnswer() async throws {
        try await self.withLog { log, _ in
            _ = try await log.append(Array(repeating: self.event, count: 4100))
            let reader = try await log.reader(of: .events, from: [0: 50])
            let batch = try await reader.next(5000, wait: .zero)
            #expect(batch.records.map(\.offset) == Array(50..<4100))
            #expect(batch.positions == [0: 4100])
            let rest = try await reader.next(5000, wait: .zero)
            #expect(rest.records.isEmpty)
            await reader.close()
        }
    }

    @Test(arguments: ["{a,NULL}", "{{a,b},{c,d}}"])
    func headersOfAForeignWriterDoNotStopReaders(_ headers: String) async throws {
        try await self.withLog { log, connection in
            try await connection.execute(
                """
                SELECT log.append(ARRAY['events'], ARRAY[0::bigint], ARRAY['case'], ARRAY[\(headers)], ARRAY['x'::bytea])
                """)
            _ = try await log.append([self.event])
            let reader = try await log.reader(of: .events, from: [0: 0])
            let batch = try await reader.next(10, wait: .zero)
            #expect(batch.records.map(\.offset) == [0, 1])
            #expect(batch.records[0].headers.first?.name == "a")
            await reader.close()
        }
    }

    @Test func largeRecordsAreReadInSeveralAnswers() async throws {
        try await self.withLog { log, _ in
            let large = NewRecord(topic: .events, partition: 0, key: "case", value: Array(repeating: 1, count: 20_000))
            _ = try await log.append(Array(repeating: large, count: 1000))
            let reader = try await log.reader(of: .events, from: [0: 0])
            let first = try await reader.next(10_000, wait: .zero)
            let second = try await reader.next(10_000, wait: .zero)
            // 12 MiB, rounded up to a record.
            #expect([first.records.count, second.records.count] == [630, 370])
            #expect([first.positions, second.positions] == [[0: 630], [0: 1000]])
            await reader.close()
        }
    }

    @Test(arguments: [
        "UPDATE log.record SET value = NULL", "DELETE FROM log.record", "TRUNCATE log.record",
        "SET session_replication_role = replica; DELETE FROM log.record",
        "SET session_replication_role = replica; TRUNCATE log.record",
    ])
    func recordsCannotBeChangedEvenByASuperuser(_ change: String) async throws {
        try await self.withLog { log, connection in
            _ = try await log.append([self.event])
            let error = await #expect(throws: PostgresError.self) { try await connection.execute(script: change) }
            #expect(error?.sqlState == "42501")
            #expect(error?.message.hasSuffix("the log is never changed") == true)
            #expect(try await log.end(of: .events, partition: 0) == 1)
        }
    }

    @Test func onlyAnswersThatAreADayOldCanGo() async throws {
        try await self.withLog { log, connection in
            try await connection.execute(
                """
                INSERT INTO log.record (topic, partition, "offset", headers, value, appended)
                SELECT topic, 0, n, '{}', '', now() - n * interval '13 hours'
                FROM unnest('{events,outcomes}'::text[]) AS topic, generate_series(0, 3) AS n
                """)
            #expect(try await log.pruneOutcomes() == 2)
            let left: [String] = try await connection.query(
                "SELECT topic || ' ' || \"offset\" FROM log.record ORDER BY topic, \"offset\""
            ).values()
            #expect(left == ["events 0", "events 1", "events 2", "events 3", "outcomes 0", "outcomes 1"])
            await #expect(throws: PostgresError.self) {
                try await connection.execute("DELETE FROM log.record WHERE topic = 'outcomes'")
            }
        }
    }

    @Test func offsetsStayGaplessWhenManyWriteInOppositeOrders() async throws {
        try await self.withLog { log, connection in
            let places: [(Topic, Int)] = [(.commands, 0), (.commands, 1), (.events, 0), (.events, 1), (.outcomes, 0)]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<6 {
                    let order = writer.isMultiple(of: 2) ? places : places.reversed()
                    group.addTask {
                        for _ in 0..<25 {
                            _ = try await log.append(
                                order.map { NewRecord(topic: $0.0, partition: $0.1, key: nil, value: [UInt8(writer)]) })
                        }
                    }
                }
                try await group.waitForAll()
            }
            let summary: [String] = try await connection.query(
                """
                SELECT topic || partition || ' ' || count(*) || ' ' || min("offset") || '-' || max("offset")
                FROM log.record GROUP BY topic, partition ORDER BY topic, partition
                """
            ).values()
            #expect(summary == ["commands0", "commands1", "events0", "events1", "outcomes0"].map { "\($0) 150 0-149" })
        }
    }

    @Test func aReaderOfABusyLogMissesNothing() async throws {
        try await self.withLog { log, _ in
            let reader = try await log.reader(of: .events, from: [0: 0, 1: 0])
            async let writing: Void = withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        for _ in 0..<50 {
                            _ = try await log.append([
                                NewRecord(topic: .events, partition: writer % 2, key: nil, value: [UInt8(writer)])
                            ])
                        }
                    }
                }
                try await group.waitForAll()
            }
            var offsets: [Int: [Int64]] = [:]
            while offsets.values.map(\.count).reduce(0, +) < 200 {
                try Task.checkCancellation()
                for record in try await reader.next(7, wait: .seconds(60)).records {
                    offsets[record.partition, default: []].append(record.offset)
                }
            }
            try await writing
            #expect(offsets == [0: Array(0..<100), 1: Array(0..<100)])
        }
    }
}
