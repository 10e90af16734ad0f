import Postgres
import Redressal
import RedressalTesting
import Testing

@testable import RedressalRuntime

/// The figures that have to be asked for, and what is shown when nobody answers.
@Suite struct MetricsSamplerTests {
    private static func sampler(_ system: TestSystem, _ views: ReadModels? = nil) -> MetricsSampler {
        MetricsSampler(
            [.commands, .readModels], registry: system.metrics, telemetry: system.telemetry, log: system.log,
            views: views ?? system.views, logger: .tests)
    }

    private static func lines(_ system: TestSystem, _ start: String) -> [String] {
        system.metrics.text().split(separator: "\n").filter { $0.hasPrefix(start) }.map(String.init)
    }

    @Test func lagAndFreshnessAreOfEveryPartitionWhetherSomebodyFoldsItOrNot() async throws {
        try await TestSystem.with(partitions: 2) { system in
            try await system.startEngine()
            let commands = (0..<6).map { system.opening("case-\($0)") }
            _ = try await system.submit(commands)
            // The engine tells how far it is after it has answered.
            try await system.wait(for: "no command waiting") {
                await Self.sampler(system).sample()
                return Self.lines(system, "redressal_engine_commands_waiting{").allSatisfy { $0.hasSuffix(" 0") }
            }
            for partition in 0..<2 {
                let end = try await system.log.end(of: .events, partition: partition)
                let labels = #"{projection="read",partition="\#(partition)"}"#
                #expect(
                    Self.lines(system, "redressal_projection_lag_events\(labels)")
                        == ["redressal_projection_lag_events\(labels) \(end)"])
                #expect(
                    Self.lines(system, "redressal_engine_commands_waiting{partition=\"\(partition)\"}")
                        == ["redressal_engine_commands_waiting{partition=\"\(partition)\"} 0"])
            }
            system.startWorker()
            try await system.projected()
            await Self.sampler(system).sample()
            #expect(Self.lines(system, "redressal_projection_lag_events").allSatisfy { $0.hasSuffix(" 0") })
            #expect(Self.lines(system, "redressal_projection_freshness_seconds").count == 2)
            #expect(Self.lines(system, "redressal_log_partitions") == ["redressal_log_partitions 2"])
        }
    }

    @Test func overdueCasesAreShownByTheirAge() async throws {
        try await TestSystem.with(partitions: 1) { system in
            try await system.startEngine()
            let dues: [Int64] = [3600, 7200, 90 * 86_400]
            _ = try await system.submit(
                dues.enumerated().map {
                    system.opening("case-\($0)", due: TestSystem.start.advanced(bySeconds: $1))
                })
            let worker = system.startWorker()
            try await system.settle()
            try await worker.stop()
            // One is 25 h late, one 24 h, one in time.
            system.clock.advance(bySeconds: 26 * 3600)
            // Sent, and nothing came of it: nobody was told all the same.
            try await system.pool.execute("UPDATE read.timer SET sent_at = clock_timestamp()")
            await Self.sampler(system).sample()
            for (bound, count) in [("28800", 0), ("86400", 1), ("172800", 2), ("+Inf", 2)] {
                let line = #"redressal_overdue_age_seconds_bucket{le="\#(bound)"} "#
                #expect(Self.lines(system, line) == ["\(line)\(count)"])
            }
            #expect(Self.lines(system, "redressal_timers_due") == ["redressal_timers_due 2"])
            #expect(
                Self.lines(system, "redressal_timer_oldest_due_seconds")
                    == ["redressal_timer_oldest_due_seconds 90000"])
            #expect(Self.lines(system, "redressal_parked_cases") == ["redressal_parked_cases 0"])
            #expect(Self.lines(system, "redressal_postgres_wal_syncs_total").count == 1)
        }
    }

    @Test func figuresThatNobodyCanTellAreLeftOut() async throws {
        try await TestSystem.with(partitions: 1) { system in
            await Self.sampler(system).sample()
            #expect(Self.lines(system, "redressal_parked_cases").count == 1)
            let away = PostgresPool(
                PostgresConfiguration("postgresql://nobody@127.0.0.1:1/none"), size: 1, logger: .tests)
            let sampler = Self.sampler(system, ReadModels(pool: away))
            await sampler.sample()
            for name in ["redressal_parked_cases", "redressal_projection_lag_events", "redressal_overdue_age_seconds"] {
                #expect(Self.lines(system, name) == [])
            }
            #expect(
                Self.lines(system, "redressal_samples_failed_total") == ["redressal_samples_failed_total 1"])
            let page = MetricsPage(
                system.metrics, system.telemetry, sampler, pool: away, log: system.log, version: "0.1.0")
            #expect(page.text().contains("redressal_build_info{version=\"0.1.0\"} 1\n"))
            #expect(page.text().contains("redressal_postgres_pool_size{pool=\"read\"} 1\n"))
            await away.close()
        }
    }
}
