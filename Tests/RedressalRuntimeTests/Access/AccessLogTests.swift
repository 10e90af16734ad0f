import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// The access log on every log, and the rows that auditors ask.
@Suite(.timeLimit(.minutes(3))) struct AccessLogTests {
    private static func entry(
        _ number: Int, by account: String, _ fact: AccessFact = .signedOut(SignedOut())
    ) -> AccessEntry {
        AccessEntry(
            id: "entry-\(number)", at: TestSystem.start.advanced(bySeconds: Int64(number)),
            reader: Reader(account: account, kind: .person), request: nil, post: "p", roles: ["intake"], fact: fact)
    }

    private static func projector(_ system: TestSystem) -> AccessProjector {
        AccessProjector(log: system.log, pool: system.pool, logger: .tests)
    }

    private static func ids(
        _ system: TestSystem, _ question: AccessQuestion = AccessQuestion(), limit: Int = 100
    ) async throws -> [String] {
        try await AccessReadModel(pool: system.pool).entries(question, after: nil, limit: limit).entries.map(\.id)
    }

    @Test(arguments: TestLog.allCases) func whatIsRecordedIsAnsweredLatestFirst(_ kind: TestLog) async throws {
        try await TestSystem.with(kind) { system in
            let read = PersonalDataRead(
                case: CaseID("c-1"), workflow: "duty", fields: ["name", "note"], purpose: "handling", standing: .post)
            let refused = AccessEntry(
                refusing: "u-2", .wrong, request: "r", id: "entry-3", at: TestSystem.start.advanced(bySeconds: 3))
            let entries = [
                Self.entry(1, by: "u-1"), Self.entry(2, by: "u-2", .personalDataRead(read)), refused,
                Self.entry(4, by: "u-1", .caseDenied(CaseDenied(case: CaseID("c-1"), action: nil))),
            ]
            let log = AccessLogWriter(system.log)
            try await log.record(Array(entries.prefix(3)))
            try await log.record([entries[3]])
            try await log.record([])
            try await Self.projector(system).catchUp()
            let model = AccessReadModel(pool: system.pool)
            let page = try await model.entries(AccessQuestion(), after: nil, limit: 100)
            #expect(page == AccessPage(entries: entries.reversed(), next: nil))
            #expect(try await Self.ids(system, AccessQuestion(case: CaseID("c-1"))) == ["entry-4", "entry-2"])
            #expect(try await Self.ids(system, AccessQuestion(account: "u-1")) == ["entry-4", "entry-1"])
            #expect(try await Self.ids(system, AccessQuestion(account: "u-2")) == ["entry-3", "entry-2"])
            let time = AccessQuestion(
                from: TestSystem.start.advanced(bySeconds: 2), to: TestSystem.start.advanced(bySeconds: 4))
            #expect(try await Self.ids(system, time) == ["entry-3", "entry-2"])
            let fields: [String] = try await system.pool.query(
                "SELECT unnest(fields) FROM access.entry WHERE case_id = 'c-1' AND post = 'p' AND fields IS NOT NULL"
            ).values()
            #expect(fields == ["name", "note"])
        }
    }

    @Test func pagesFollowEachOtherWithoutGapOrRepetition() async throws {
        try await TestSystem.with { system in
            // Several at the same instant, in several partitions.
            let entries = (0..<23).map { number in
                AccessEntry(
                    id: "entry-\(number)", at: TestSystem.start.advanced(bySeconds: Int64(number / 5)),
                    reader: Reader(account: "u-\(number % 4)", kind: .person), request: nil,
                    fact: .signedOut(SignedOut()))
            }
            try await AccessLogWriter(system.log).record(entries)
            try await Self.projector(system).catchUp()
            let model = AccessReadModel(pool: system.pool)
            var (seen, cursor, pages): ([String], AccessCursor?, Int) = ([], nil, 0)
            repeat {
                let page = try await model.entries(AccessQuestion(), after: cursor, limit: 4)
                seen += page.entries.map(\.id)
                cursor = page.next
                pages += 1
            } while cursor != nil
            #expect(pages == 6)
            #expect(seen.count == 23)
            #expect(Set(seen) == Set(entries.map(\.id)))
            #expect(seen == (try await Self.ids(system)))
        }
    }

    /// Whoever asks cannot tell an entry that they are not shown from none: pages are as long, and end as they would.
    @Test(arguments: [1, 4, 100]) func whatIsNotShownLeavesNoGap(_ limit: Int) async throws {
        try await TestSystem.with(.postgres) { system in
            let entries = (0..<23).map { Self.entry($0, by: "u-\($0 % 4)") }
            try await AccessLogWriter(system.log).record(entries)
            try await Self.projector(system).catchUp()
            let model = AccessReadModel(pool: system.pool)
            // None of the first three and of the last nine, and none but every third between.
            let shown = entries.filter {
                [9, 12, 15, 18].contains(($0.at.milliseconds - TestSystem.start.milliseconds) / 1000)
            }
            var (seen, cursor, sizes): ([AccessEntry], AccessCursor?, [Int]) = ([], nil, [])
            repeat {
                let page = try await model.entries(AccessQuestion(), after: cursor, limit: limit) {
                    shown.contains($0) ? $0 : nil
                }
                seen += page.entries
                cursor = page.next
                sizes.append(page.entries.count)
            } while cursor != nil
            #expect(seen == shown.reversed())
            #expect(sizes == (limit == 1 ? [1, 1, 1, 1] : [4]))
        }
    }

    @Test func anEntryThatWasWrittenTwiceCountsOnceAndAForeignRecordIsCounted() async throws {
        try await TestSystem.with { system in
            let log = AccessLogWriter(system.log)
            try await log.record([Self.entry(1, by: "u-1")])
            try await log.record([Self.entry(1, by: "u-1"), Self.entry(2, by: "u-1")])
            _ = try await system.log.append([
                NewRecord(topic: .access, partition: 0, key: "u-1", value: Array("{}".utf8))
            ])
            try await Self.projector(system).catchUp()
            #expect(try await Self.ids(system) == ["entry-2", "entry-1"])
            #expect(try await system.count("SELECT sum(unreadable)::bigint FROM access.position") == 1)
        }
    }

    /// As when several workers run: whoever is second begins again where the first has come to.
    @Test func severalMayFoldAtTheSameTime() async throws {
        try await TestSystem.with(.postgres) { system in
            try await AccessLogWriter(system.log).record((0..<1500).map { Self.entry($0, by: "u-\($0 % 7)") })
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 { group.addTask { try await Self.projector(system).catchUp() } }
                try await group.waitForAll()
            }
            #expect(try await system.count("SELECT count(*) FROM access.entry") == 1500)
            #expect(try await system.count("SELECT sum(next_offset)::bigint FROM access.position") == 1500)
        }
    }

    @Test(arguments: TestLog.allCases) func whatComesIsFoldedAsItComes(_ kind: TestLog) async throws {
        try await TestSystem.with(kind) { system in
            let running = Task { await Self.projector(system).run() }
            for number in 0..<3 {
                try await AccessLogWriter(system.log).record([Self.entry(number, by: "u-1")])
                try await system.wait(for: "entry \(number) to be folded") {
                    try await Self.ids(system).first == "entry-\(number)"
                }
            }
            running.cancel()
            await running.value
        }
    }

    /// An installation that was prepared before there was such a topic.
    @Test func migratingMakesTheTopicWhereThereWasNone() async throws {
        try await TemporaryDatabase.with { database in
            let log = PostgresLog(database.configuration, partitionCount: 3, logger: .tests)
            try await log.prepare()
            try await database.withConnection {
                _ = try await $0.execute("DELETE FROM log.head WHERE topic = 'access'")
            }
            let error = await #expect(throws: LogError.self) {
                try await AccessLogWriter(log).record([Self.entry(1, by: "u-1")])
            }
            #expect(error?.code == .notPrepared)
            try await log.prepare()
            try await AccessLogWriter(log).record([Self.entry(1, by: "u-1")])
            #expect(try await log.ends(of: .access).values.reduce(0, +) == 1)
            await log.close()
        }
    }
}
