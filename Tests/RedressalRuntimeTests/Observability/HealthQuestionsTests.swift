import Foundation
import Postgres
import Redressal
import RedressalTesting
import Testing

@testable import RedressalRuntime

/// Each thing that may not be true is told, in words.
@Suite struct HealthQuestionsTests {
    private static func questions(_ system: TestSystem, views: ReadModels? = nil) -> HealthQuestions {
        HealthQuestions(
            log: system.log, views: views ?? system.views, definitions: system.definitions,
            telemetry: system.telemetry)
    }

    @Test func aSystemThatWorksHasNothingToComplainOf() async throws {
        try await TestSystem.with(partitions: 2) { system in
            let questions = Self.questions(system)
            try await system.startEngine()
            _ = try await system.submit([system.opening("a")])
            try await system.wait(for: "the engine to own its partitions") { questions.partitions() == nil }
            #expect(await questions.database() == nil)
            #expect(await questions.logAnswers() == nil)
            #expect(await questions.vault(keyFile: system.keyFile) == nil)
            #expect(questions.hasDefinitions() == nil)
            #expect(await questions.lag(limit: 1000) == nil)
            #expect(questions.loops() == nil)
            #expect(questions.life() == nil)
        }
    }

    @Test func aDatabaseThatIsAwayIsTold() async throws {
        try await TestSystem.with(partitions: 1) { system in
            let away = PostgresPool(
                PostgresConfiguration("postgresql://nobody@127.0.0.1:1/none"), size: 1, logger: .tests)
            let questions = Self.questions(system, views: ReadModels(pool: away))
            #expect(await questions.database() != nil)
            #expect(await questions.vault(keyFile: system.keyFile) != nil)
            #expect(await questions.lag(limit: 0) != nil)
            await away.close()
        }
    }

    @Test(arguments: [TestLog.postgres, .kafka]) func aLogThatIsAwayIsTold(_ kind: TestLog) async throws {
        try await TestSystem.with(kind, partitions: 1) { system in
            let log = system.openLog()
            let questions = HealthQuestions(
                log: log, views: system.views, definitions: system.definitions, telemetry: system.telemetry)
            #expect(await questions.logAnswers() == nil)
            await log.close()
            #expect(await questions.logAnswers() != nil)
        }
    }

    @Test func readModelsThatFallBehindAreTold() async throws {
        try await TestSystem.with(partitions: 1) { system in
            try await system.startEngine()
            _ = try await system.submit([system.opening("a"), system.opening("b")])
            let end = try await system.log.end(of: .events, partition: 0)
            let questions = Self.questions(system)
            #expect(await questions.lag(limit: end) == nil)
            #expect(
                await questions.lag(limit: 1) == "expected read models at most 1 events behind but they are \(end)")
        }
    }

    @Test func aKeyFileThatIsGoneOrAnotherIsTold() async throws {
        try await TestSystem.with(partitions: 1) { system in
            let questions = Self.questions(system)
            let other = system.keyFile.appendingPathExtension("other")
            #expect(await questions.vault(keyFile: other)?.contains("expected") == true)
            // Asking never makes a key where there is one to be found.
            #expect(!FileManager.default.fileExists(atPath: other.path))
            try Data(String(repeating: "ab", count: 32).utf8).write(to: other)
            #expect(await questions.vault(keyFile: other) != nil)
            try FileManager.default.removeItem(at: other)
        }
    }

    @Test func missingDefinitionsAreTold() async throws {
        try await TestSystem.with(partitions: 1) { system in
            let empty = DefinitionStore(log: system.log, logger: .tests)
            let questions = HealthQuestions(
                log: system.log, views: system.views, definitions: empty, telemetry: system.telemetry)
            #expect(
                questions.hasDefinitions()
                    == "expected published definitions but found none: run `redressal workflow publish`")
            try await empty.refresh()
            #expect(questions.hasDefinitions() == nil)
        }
    }
}
