import Redressal
import RedressalTesting
import Testing

@testable import RedressalRuntime

/// What people who hand commands in can rely on.
@Suite struct GatewayTests {
    @Test(arguments: [
        ("one\0two", "expected text without NUL characters in 'note' but found one"),
        (
            String(repeating: "é", count: 32_769),
            "expected at most 65536 bytes of text in 'note' but found 65538"
        ),
    ])
    func textThatCannotBeKeptIsRefusedBeforeItIsSent(text: String, message: String) async throws {
        try await TestSystem.with { system in
            let error = await #expect(throws: GatewayError.self) {
                try await system.submit([system.opening("a", ["note": .string(text)])])
            }
            #expect(error == GatewayError(.invalid, message))
            let sent = try await system.allRecords(.commands)
            #expect(sent == [])
        }
    }

    @Test func anIdNoIndexCanHoldIsRefusedBeforeItIsSent() async throws {
        try await TestSystem.with { system in
            let error = await #expect(throws: GatewayError.self) {
                try await system.submit([system.opening(String(repeating: "i", count: 201))])
            }
            #expect(
                error == GatewayError(.invalid, "expected at most 200 bytes of text in the case's id but found 201"))
        }
    }

    @Test func withoutAnEngineThereIsNoAnswerAndAskingAgainGetsOne() async throws {
        try await TestSystem.with { system in
            let hasty = LogGateway(
                log: system.log, definitions: system.definitions, vault: system.vault, workflows: system.views,
                patience: .milliseconds(50), logger: .tests)
            try await hasty.start()
            let command = system.opening("a")
            let error = await #expect(throws: GatewayError.self) { try await hasty.submit([CommandDraft(command)]) }
            #expect(error?.code == .noAnswer)
            await hasty.close()
            try await system.startEngine()
            try await system.answered()
            // It was done meanwhile, once.
            let outcomes = try await system.submit([command])
            // Whether its first answer or the second one comes by first.
            #expect(outcomes.map(\.again) == [Outcome.accepted(command, seq: 2, events: 2).again])
            #expect(try await system.summaries().map(\.events).reduce(0, +) == 2)
        }
    }

    @Test(arguments: [10, 11]) func readModelsFarBehindPushBack(lag: Int) async throws {
        try await TestSystem.with { system in
            try await system.startEngine()
            let probe = LagProbe(limit: 10) { Int64(lag) }
            await probe.renew()
            let gateway = LogGateway(
                log: system.log, definitions: system.definitions, vault: system.vault, workflows: system.views,
                lag: probe, logger: .tests)
            try await gateway.start()
            let drafts = [CommandDraft(system.opening("a"))]
            if lag <= 10 {
                #expect(try await gateway.submit(drafts).map(\.status) == [.accepted])
            } else {
                let error = await #expect(throws: GatewayError.self) { try await gateway.submit(drafts) }
                #expect(
                    error
                        == GatewayError(
                            .busy, "expected read models at most 10 events behind but they are 11", retryAfter: 2))
                #expect(try await system.allRecords(.commands) == [])
            }
            await gateway.close()
        }
    }

    @Test func aProbeThatFailsStopsNobody() async throws {
        try await TestSystem.with { system in
            try await system.startEngine()
            let gateway = LogGateway(
                log: system.log, definitions: system.definitions, vault: system.vault, workflows: system.views,
                lag: LagProbe(limit: 0) { throw TestSystemFailure("the database is away") }, logger: .tests)
            try await gateway.start()
            let outcomes = try await gateway.submit([CommandDraft(system.opening("a"))])
            #expect(outcomes.map(\.status) == [.accepted])
            await gateway.close()
        }
    }

    @Test(.timeLimit(.minutes(1))) func aProbeThatNeverAnswersHoldsUpNobody() async throws {
        let (never, end) = AsyncStream.makeStream(of: Int64.self)
        let probe = LagProbe(limit: 0) { await never.first { _ in true } ?? 0 }
        for _ in 0..<3 { #expect(probe.excess() == nil) }
        end.finish()
    }

    @Test func everybodyGetsTheirOwnOutcomes() async throws {
        try await TestSystem.with { system in
            try await system.startEngine()
            let answers = try await withThrowingTaskGroup(of: (Int, [Outcome]).self) { group in
                for person in 0..<20 {
                    group.addTask {
                        let commands = (0..<10).map { system.opening("\(person)-\($0)", ["number": .integer($0)]) }
                        return (person, try await system.submit(commands))
                    }
                }
                return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            for person in 0..<20 {
                let commands = (0..<10).map { system.opening("\(person)-\($0)", ["number": .integer($0)]) }
                #expect(answers[person] == commands.map { .accepted($0, seq: 2, events: 2) })
            }
        }
    }

    /// Two people use one id at the same moment for different requests: one is done, the other hears of it.
    @Test func anotherRequestUnderAnIdInUseIsToldSo() async throws {
        try await TestSystem.with { system in
            let commands = (0..<2).map { system.opening("a", ["number": .integer($0)]) }
            async let first = system.submit([commands[0]])
            async let second = system.submit([commands[1]])
            try await system.wait(for: "both commands in the log") {
                try await system.allRecords(.commands).count == 2
            }
            try await system.startEngine()
            let codes = try await [first, second].map { $0[0].rejection?.code }
            #expect(codes == [nil, .commandReused] || codes == [.commandReused, nil])
        }
    }
}
