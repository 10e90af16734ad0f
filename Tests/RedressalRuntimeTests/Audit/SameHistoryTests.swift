import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// The log is a matter of where it is kept, not of what is decided.
@Suite struct SameHistoryTests {
    @Test func everyLogGivesTheSameHistory() async throws {
        var digests: [TestLog: [String]] = [:]
        for kind in TestLog.allCases {
            digests[kind] = try await TestSystem.with(kind) { system in
                try await system.startEngine()
                system.startWorker()
                try await Self.play(system)
                #expect(try await system.differences() == [])
                return try await system.summaries().map { "\($0.events) \($0.void) \($0.digest)" }
            }
        }
        #expect(digests[.postgres] == digests[.memory])
        #expect(digests[.kafka] == digests[.memory])
        // They are of something.
        #expect(Set(digests[.memory] ?? []).count == 4)
    }

    /// Two hundred duties: some held, some remarked upon, some ended, the others overdue and climbing.
    private static func play(_ system: TestSystem) async throws {
        let due = TestSystem.start.advanced(bySeconds: 3600)
        let names = (0..<200).map { "duty-\($0)" }
        _ = try await system.submit(names.map { system.opening($0, due: due, ["name": .string("person of \($0)")]) })
        _ = try await system.submit(
            names.enumerated().filter { $0.offset % 3 == 0 }.map {
                system.doing("hold", to: $0.element, as: "hold-\($0.element)", ["holder": "u-lead"])
            })
        system.clock.advance(bySeconds: 60)
        _ = try await system.submit(
            names.enumerated().filter { $0.offset % 5 == 0 }.map {
                system.doing("finish", to: $0.element, as: "finish-\($0.element)")
            })
        try await system.settle()
        for minutes in [60, 4361, 4381] as [Int64] {
            system.clock.advance(to: TestSystem.start.advanced(bySeconds: minutes * 60 + 1))
            try await system.settle()
        }
    }
}
