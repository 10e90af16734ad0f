import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// Several engines on one log.
@Suite struct EngineSharingTests {
    @Test(arguments: TestLog.allCases) func whenOneLeavesTheOtherTakesOver(kind: TestLog) async throws {
        try await TestSystem.with(kind) { system in
            let first = try await system.startEngine("first")
            _ = try await system.submit((0..<40).map { system.opening("a-\($0)") })
            try await system.startEngine("second")
            try await system.wait(for: "both engines to own partitions") {
                Set(try await Self.owners(in: system)) == ["first", "second"]
            }
            let shared = try await system.submit((0..<40).map { system.opening("b-\($0)") })
            try await first.stop()
            let alone = try await system.submit((0..<40).map { system.opening("c-\($0)") })
            #expect((shared + alone).allSatisfy { $0.status == .accepted && $0.seq == 2 && !$0.repeated })
            #expect(try await Self.owners(in: system) == Array(repeating: "second", count: 4))
            let summaries = try await system.summaries()
            #expect(summaries.map(\.cases).reduce(0, +) == 120)
            #expect(summaries.map(\.void) == [0, 0, 0, 0])
        }
    }

    /// Who announced itself last in each partition.
    private static func owners(in system: TestSystem) async throws -> [String] {
        try await system.records(.events).map { records in
            records.compactMap { record -> String? in
                if case .ownership(let facts) = LoggedEvent(record) { facts.owner } else { nil }
            }.last ?? ""
        }
    }

    @Test func aStoppedEngineFinishesWhatItIsCommitting() async throws {
        try await TestSystem.with(partitions: 1) { system in
            let first = try await system.startEngine("first")
            let commands = (0..<3000).map { system.opening("duty-\($0)") }
            let submitting = Task { try await system.submit(commands) }
            try await system.wait(for: "the first outcomes") { try await !system.records(.outcomes)[0].isEmpty }
            try await first.stop()
            let owner = try await system.log.takeOwnership(of: 0)
            let position = try await owner.position()
            let answered = try await system.records(.outcomes)[0].count
            // Commands are appended without holes: as many are answered as lie before the position.
            #expect(answered == Int(position))
            #expect(try await system.summaries()[0].cases == answered)
            try await system.startEngine("second")
            let outcomes = try await submitting.value
            #expect(outcomes == commands.map { .accepted($0, seq: 2, events: 2) })
            #expect(try await system.records(.outcomes)[0].count == 3000)
        }
    }
}
