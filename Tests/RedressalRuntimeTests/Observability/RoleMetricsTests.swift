import Postgres
import Redressal
import RedressalTesting
import Testing

@testable import RedressalRuntime

/// What engines, workers and the gateway tell of a few commands, and what becomes of it when something fails.
@Suite struct RoleMetricsTests {
    private static func line(_ system: TestSystem, _ start: String) -> String? {
        system.metrics.text().split(separator: "\n").first { $0.hasPrefix(start + " ") }.map {
            String($0.dropFirst(start.count + 1))
        }
    }

    @Test func commandsAreCountedByWhatBecameOfThem() async throws {
        try await TestSystem.with(partitions: 1) { system in
            try await system.startEngine()
            system.startWorker()
            _ = try await system.submit([system.opening("a"), system.opening("b")])
            _ = try await system.submit([system.opening("a")])
            _ = try await system.submit([system.opening("a", as: "again")])
            try await system.settle()

            for room in ["engine", "gateway"] {
                let name = "redressal_\(room)_commands_total"
                let accepted = room == "engine" ? "2" : "3"
                #expect(Self.line(system, name + #"{outcome="accepted",code="none"}"#) == accepted)
                #expect(Self.line(system, name + #"{outcome="rejected",code="case_exists"}"#) == "1")
            }
            #expect(Self.line(system, "redressal_engine_commands_repeated_total") == "1")
            #expect(Self.line(system, #"redressal_engine_takeovers_total{partition="0"}"#) == "1")
            #expect(Self.line(system, #"redressal_engine_partition_owned{partition="0"}"#) == "1")
            #expect(Self.line(system, "redressal_engine_batch_commands_sum") == "4")
            #expect(Self.line(system, "redressal_gateway_submit_seconds_count") == "3")
            #expect(Self.line(system, "redressal_gateway_commands_in_flight") == "0")
            let events = try await system.count("SELECT count(*) FROM read.case_event")
            #expect(Self.line(system, #"redressal_projection_events_total{projection="read"}"#) == "\(events)")
            #expect(Self.line(system, #"redressal_projection_voids_total{projection="read",reason="gap"}"#) == "0")
        }
    }

    @Test func aLostPartitionIsCountedByReasonAndTakenOverAgain() async throws {
        try await TestSystem.with(partitions: 1) { system in
            let engine = try await system.startEngine()
            _ = try await system.submit([system.opening("a")])
            (system.log as? MemoryLog)?.inject(.unknownAndNotDone, into: .commit(partition: 0))
            _ = try await system.submit([system.opening("b")])
            #expect(Self.line(system, #"redressal_engine_ownership_lost_total{reason="unknown_outcome"}"#) == "1")
            #expect(Self.line(system, #"redressal_engine_takeovers_total{partition="0"}"#) == "2")
            #expect(system.telemetry.partitions.standings.keys.sorted() == [0])
            #expect(system.telemetry.partitions.complaint(isNew: false) == nil)
            #expect(system.telemetry.loops.count == 2)
            try await engine.stop()
            #expect(system.telemetry.partitions.standings == [:])
            #expect(Self.line(system, #"redressal_engine_partition_owned{partition="0"}"#) == nil)
            // The gateway's listener is left.
            #expect(system.telemetry.loops.count == 1)
        }
    }

    @Test func aTimerThatIsSentIsCountedWithHowLateItWas() async throws {
        try await TestSystem.with(partitions: 1) { system in
            try await system.startEngine()
            _ = try await system.submit([system.opening("a", due: TestSystem.start.advanced(bySeconds: 60))])
            system.clock.advance(bySeconds: 70)
            system.startWorker()
            try await system.settle()
            #expect(Self.line(system, "redressal_timers_sent_total").flatMap { Int($0) } ?? 0 >= 1)
            #expect(Self.line(system, #"redressal_timer_lateness_seconds_bucket{le="5"}"#) == "0")
            #expect(Self.line(system, #"redressal_timer_lateness_seconds_bucket{le="10"}"#) == "1")
        }
    }
}
