import CoreMetrics
import Redressal
import RedressalTesting
import Testing

@testable import RedressalRuntime

/// The loops of an engine are watched: those that work come by, one that hangs is told, by a clock that the test moves.
@Suite struct WatchedLoopsTests {
    /// Runs an engine with a watch of its own.
    private static func withEngine(
        on log: any Log, _ system: TestSystem, _ body: (Hands, Telemetry) async throws -> Void
    ) async throws {
        let hands = Hands()
        let telemetry = Telemetry(
            metrics: NOOPMetricsHandler.instance, loops: LoopWatch { hands.now }, clock: system.clock)
        let engine = Engine(
            log: log, definitions: system.definitions, snapshots: NoSnapshots(), clock: system.clock, name: "watched",
            logger: .tests, telemetry: telemetry)
        let running = Task { try await engine.run() }
        do {
            try await body(hands, telemetry)
            running.cancel()
            try await running.value
        } catch {
            running.cancel()
            throw error
        }
        #expect(telemetry.loops.count == 0)
        #expect(telemetry.partitions.standings == [:])
    }

    @Test func loopsThatWorkComeBy() async throws {
        try await TestSystem.with(partitions: 2) { system in
            try await Self.withEngine(on: system.log, system) { hands, telemetry in
                try await system.wait(for: "both partitions to be owned") {
                    telemetry.partitions.standings.values.count { $0 != .given } == 2
                }
                hands.advance(121)
                _ = try await system.submit((0..<10).map { system.opening("case-\($0)") })
                try await system.wait(for: "both loops to have come by") {
                    telemetry.loops.complaint(after: LoopWatch.readyWithin) == nil
                }
            }
        }
    }

    @Test func aLoopThatHangsIsNotReadyAndThenNotAlive() async throws {
        try await TestSystem.with(partitions: 1) { system in
            try await Self.withEngine(on: HangingLog(log: system.log), system) { hands, telemetry in
                let questions = HealthQuestions(
                    log: system.log, views: system.views, definitions: system.definitions, telemetry: telemetry)
                try await system.wait(for: "the loop to begin") { telemetry.loops.count == 1 }
                #expect(
                    questions.partitions() == "expected to own every partition given but 0 is not taken over")
                #expect(questions.loops() == nil)
                hands.advance(31)
                #expect(
                    questions.loops()
                        == "expected every loop to pass within 30 s but the engine of partition 0 has not for 31 s")
                #expect(questions.life() == nil)
                hands.advance(90)
                #expect(
                    questions.life()
                        == "expected every loop to pass within 120 s but the engine of partition 0 has not for 121 s")
            }
        }
    }
}
