import Foundation
import Postgres
import RedressalTesting
import Testing

/// `redressal demo`, and what anybody can find of it in the topics, the database and the logs.
@Suite(.serialized) struct DemoTests {
    @Test(.timeLimit(.minutes(10)), arguments: LogKind.allCases)
    func theDemoTellsItsStoryAndLeavesNothingPersonalInClear(_ log: LogKind) async throws {
        try await Sandbox.with(log) { sandbox in
            let demo = try await sandbox.run("demo", "--in-process")
            Self.checkStory(demo.output)
            try await Self.checkReadModels(sandbox.database)
            #expect(try await sandbox.differences() == 0)

            let topics = try await TopicDump.make(of: sandbox)
            try await Self.checkEvents(topics, sandbox)
            try await Self.checkNothingPersonal(topics, sandbox)

            let before = try await sandbox.replayed()
            try await sandbox.run("demo", "--in-process")
            #expect(try await sandbox.replayed().digests == before.digests)
        }
    }

    private static func checkStory(_ output: String) {
        let lines = output.split(separator: "\n")
        #expect(lines.count(where: { $0.hasPrefix("2025-") }) > 30)
        for words in [
            "complains at the one-window office", "the total clock pauses", "disputes: it was called resolved",
            "its chief is on leave, so the deputy governor is told", "the case lands in the orphans' queue",
            "JAAP-2025-120802: 8 of 8 (100 %)", "JAAP-2025-120809: 7 of 7 (100 %)", "JAAP-2025-1208: 9 of 9 (100 %)",
            "JAAP-2025-120803: 48 of 50 (96 %), 2 proposed to the supervisor",
        ] {
            #expect(output.contains(words), "expected the demo to say '\(words)'")
        }
    }

    private static func checkReadModels(_ database: Database) async throws {
        let board = try await database.texts(
            """
            SELECT jaap_id || ' ' || completed || '/' || actions || ' ' || addressed_percent || ' ' || with_supervisor
            FROM read.jaap_board ORDER BY jaap_id
            """)
        #expect(
            board == [
                "JAAP-2025-1208 9/9 100 0", "JAAP-2025-120802 8/8 100 0", "JAAP-2025-120803 48/50 96 2",
                "JAAP-2025-120809 7/7 100 0",
            ])
        #expect(try await database.texts("SELECT office FROM read.orphan") == ["kp-former-scheme"])
        // Level by level as the clock moves, up to the last.
        let climbed = try await database.texts(
            """
            SELECT string_agg(e.level::text, ' ' ORDER BY e.raised_at) FROM read.escalation e
            JOIN read.case_current c USING (case_id) WHERE c.escalation_level = 4 GROUP BY case_id, e.clock
            """)
        #expect(climbed.contains("1 2 3 4"))
        let absent = try await database.number(
            "SELECT count(*) FROM read.escalation WHERE skipped::text LIKE '%absent%'")
        #expect(absent > 0)
    }

    /// Every event against its schema, by a validator that we did not write.
    private static func checkEvents(_ topics: TopicDump, _ sandbox: Sandbox) async throws {
        let answer = try await sandbox.answer(
            [
                Setting.python, Setting.tests.appending(path: "validate_events.py").path, topics.events.path,
                Setting.home.appending(path: "schemas/events").path,
            ])
        #expect(answer.code == 0, "\(answer.shown)")
    }

    private static func checkNothingPersonal(_ topics: TopicDump, _ sandbox: Sandbox) async throws {
        let dump = sandbox.folder.appending(path: "database.sql")
        // The log's table is in the topics' files, without the definitions, which may name offices.
        let dumped = try await sandbox.answer(
            ["/usr/bin/env", "pg_dump", "--exclude-table-data=log.record", "-f", dump.path, sandbox.database.url])
        #expect(dumped.code == 0, "\(dumped.shown)")
        let logs = sandbox.folder.appending(path: "logs.txt")
        try Data(sandbox.complaints.utf8).write(to: logs)
        let search = [
            Setting.python, Setting.tests.appending(path: "find_clear_text.py").path,
            Setting.home.appending(path: "Sources/Redressal/Demo").path,
        ]
        let answer = try await sandbox.answer(
            search + [topics.events.path, topics.commands.path, topics.outcomes.path, dump.path, logs.path])
        #expect(answer.code == 0, "\(answer.shown)")

        // The search itself finds what is there to find.
        let planted = sandbox.folder.appending(path: "planted.txt")
        try Data("… +855 12 555 0181 …".utf8).write(to: planted)
        #expect(try await sandbox.answer(search + [planted.path]).code == 1)
    }
}
