import Foundation
import Postgres
import RedressalTesting
import Testing

/// Servers that are away, or that belong to another version or another program.
@Suite(.serialized) struct OutageTests {
    /// A port that is reserved, so that nobody listens on it.
    private static let nobody = "127.0.0.1:1"

    /// Commands that need the database and the log.
    private static let commands = [
        ["migrate"], ["workflow", "publish"], ["case", "list"], ["replay"], ["projection", "diff"],
        ["demo", "--in-process"],
        ["case", "open", "complaint", "--office", "kp-bhu-1", "--as", "u-281", "--set", "language=en"],
        ["serve", "--port", "0"], ["engine"], ["worker"], ["gateway", "--port", "0"],
    ]

    @Test(.timeLimit(.minutes(5))) func everyCommandSaysThatTheDatabaseIsAway() async throws {
        try await Sandbox.with(.postgres, partitions: 0) { sandbox in
            for command in Self.commands {
                let url = "postgresql://redressal@\(Self.nobody)/redressal"
                let answer = try await sandbox.run(command, expecting: 2, with: ["DATABASE_URL": url], limit: 60)
                #expect(answer.errors.contains("expected the database to answer"), "\(answer.shown)")
                #expect(answer.output == "", "\(answer.shown)")
            }
        }
    }

    @Test(.timeLimit(.minutes(10))) func everyCommandSaysThatTheBrokerIsAway() async throws {
        try await Sandbox.with(.kafka) { sandbox in
            // Each waits for the broker as long as it is patient: side by side, they all wait at once.
            let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                for command in Self.commands {
                    group.addTask {
                        try await sandbox.run(
                            command, expecting: 2, with: ["KAFKA_BOOTSTRAP": Self.nobody], limit: 120)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count == Self.commands.count)
            for answer in answers {
                #expect(answer.errors.contains("expected"), "\(answer.shown)")
                #expect(answer.errors.contains("broker") || answer.errors.contains("Kafka"), "\(answer.shown)")
            }
            #expect(try await sandbox.replayed().events == 0)
        }
    }

    @Test(.timeLimit(.minutes(5))) func everyCommandSaysThatNothingIsPrepared() async throws {
        try await Sandbox.with(.postgres, partitions: 0) { sandbox in
            for command in Self.commands.dropFirst() {
                let answer = try await sandbox.run(command, expecting: 2, limit: 60)
                #expect(answer.errors.contains("0001_log.sql"), "\(answer.shown)")
                #expect(answer.errors.contains("redressal migrate"), "\(answer.shown)")
            }
        }
    }

    @Test(.timeLimit(.minutes(5))) func aSchemaNewerThanTheProgramIsLeftAlone() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            try await sandbox.database.query(
                "INSERT INTO ops.migration (version, name, checksum) VALUES (9999, 'from_the_future', 'abc')")
            let before = try await sandbox.recordedEvents()
            for command in Self.commands {
                let answer = try await sandbox.run(command, expecting: 2, limit: 60)
                #expect(answer.errors.contains("9999"), "\(answer.shown)")
                #expect(answer.errors.contains("newer"), "\(answer.shown)")
            }
            #expect(try await sandbox.recordedEvents() == before)
        }
    }

    @Test(.timeLimit(.minutes(5))) func aTopicThatIsCompactedIsRefused() async throws {
        try await Sandbox.with(.kafka, partitions: 0) { sandbox in
            try await Topics.create(
                sandbox.prefix + "events", partitions: 4, config: ["cleanup.policy": "compact"])
            let answer = try await sandbox.run("migrate", "--partitions", "4", expecting: 2)
            for word in ["\(sandbox.prefix)events", "cleanup.policy=delete", "compact"] {
                #expect(answer.errors.contains(word), "\(answer.shown)")
            }
        }
    }

    @Test(.timeLimit(.minutes(5))) func withoutAnEngineACommandSaysThatNobodyAnswers() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            try await sandbox.run("workflow", "publish")
            let answer = try await sandbox.run(
                "case", "open", "complaint", "--office", "kp-bhu-1", "--as", "u-281", "--set", "language=en", "--set",
                "summary=No medicine", expecting: 2)
            #expect(answer.errors.contains("redressal serve"), "\(answer.shown)")
        }
    }
}
