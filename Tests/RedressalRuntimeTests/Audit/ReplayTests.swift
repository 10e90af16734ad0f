import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

@Suite struct ReplayTests {
    @Test func asOfAnInstantShowsWhatWasKnownThen() async throws {
        try await TestSystem.with(partitions: 1) { system in
            try await system.startEngine()
            _ = try await system.submit([system.opening("a")])
            let then = system.clock.now()
            system.clock.advance(bySeconds: 60)
            _ = try await system.submit([system.doing("finish", to: "a", as: "finish"), system.opening("b")])
            let replay = Replay(log: system.log)
            let past = try await replay.partition(0, asOf: then)
            #expect(past.fold.cases.values.map { "\($0.id) \($0.state)" } == ["a open"])
            #expect(past.summary.events == 2)
            let now = try await replay.partition(0)
            #expect(now.fold.cases.values.map { "\($0.id) \($0.state)" }.sorted() == ["a done", "b open"])
            #expect([now.summary.events, now.summary.cases, now.summary.void] == [6, 2, 0])
            #expect(now.summary.digest != past.summary.digest)
        }
    }

    @Test func aCasesHistoryIsItsAcceptedEvents() async throws {
        try await TestSystem.with(partitions: 1) { system in
            try await system.startEngine()
            _ = try await system.submit([system.opening("a"), system.opening("b")])
            let written = try await system.records(.events)[0].filter { $0.key == "a" }
            let log = MemoryLog(try #require(system.memory))
            log.putForeign(.events, partition: 0, key: "a", headers: written[0].headers, value: written[0].value)
            let history = try await CaseHistory(log: system.log).events(of: CaseID("a"))
            #expect(history.map(\.seq) == [1, 2])
            #expect(history.map(\.case.text) == ["a", "a"])
            #expect(try await CaseHistory(log: system.log).events(of: CaseID("c")) == [])
        }
    }
}
