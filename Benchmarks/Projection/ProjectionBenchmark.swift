import Postgres
import Redressal
import RedressalTesting

@testable import RedressalRuntime

/// Read models made from a log that is there, live and anew beside the live ones; the limit is COPY of the same rows into
/// the same tables with the same indexes.
struct ProjectionBenchmark: Benchmark {
    static let name = "projection"
    private static let tables = ["case_event", "case_current", "case_state", "timer", "escalation"]
    private let cases: Int

    init(_ settings: BenchSettings) { self.cases = settings.size(quick: 1000, full: 10_000) }

    func run(_ report: inout BenchReport) async throws {
        let rows = try await TestSystem.with(.postgres, definitions: .shipped()) { system in
            try await Workload(cases: self.cases).append(to: system)
            let engine = try await system.startEngine()
            try await system.answered()
            try await engine.stop()
            let live = try await CatchUp.run(system)
            let rebuilt = try await self.rebuild(system)
            let events = try await system.count("SELECT count(*) FROM read.case_event")
            let limit = try await RawCopy(system.pool).time(
                of: Self.tables.map { (schema: "read", table: $0, rows: "true") })
            return [("projection, catching up", live), ("projection, rebuilding", rebuilt)].map { name, time in
                BenchRow.share(
                    name, "events/s", Double(events) / (time / .seconds(1)),
                    limit: Double(events) / (limit / .seconds(1)), atLeast: 0.5)
            }
        }
        report.add(rows)
    }

    private func rebuild(_ system: TestSystem) async throws -> Duration {
        let start = ContinuousClock.now
        _ = try await ReadSetBuilder(log: system.log, pool: system.pool, logger: .tests).rebuild(resuming: false)
        return start.duration(to: .now)
    }
}
