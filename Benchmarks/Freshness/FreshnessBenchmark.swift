import Redressal
import RedressalTesting

/// How soon an answered command is in the read models, while commands come at half the pace that can be kept up.
struct FreshnessBenchmark: Benchmark {
    static let name = "freshness"
    private let seconds: Int
    /// How many complaints' lives find out which pace can be kept up.
    private let trial: Int

    init(_ settings: BenchSettings) {
        self.seconds = settings.size(quick: 10, full: 60)
        self.trial = settings.size(quick: 1000, full: 5000)
    }

    func run(_ report: inout BenchReport) async throws {
        let rows = try await TestSystem.with(.postgres, definitions: .shipped()) { system in
            try await system.startEngine()
            system.startWorker()
            // Until everybody has taken over what is theirs.
            _ = try await self.pace(system, Workload(cases: 100))
            let most = try await self.pace(system, Workload(cases: self.trial, first: 100))
            return try await self.rows(system, most)
        }
        report.add(rows)
    }

    /// - Returns: Commands a second, decided and folded, when all of them wait at once.
    private func pace(_ system: TestSystem, _ workload: Workload) async throws -> Double {
        let outcomes = try await OutcomeClock(system.log)
        let start = ContinuousClock.now
        try await workload.append(to: system)
        try await outcomes.wait(for: workload.cases * ComplaintLife.steps)
        try await system.projected()
        await outcomes.close()
        return Rate.since(start, workload.cases * ComplaintLife.steps)
    }

    private func rows(_ system: TestSystem, _ most: Double) async throws -> [BenchRow] {
        let watch = try await FreshnessWatch(system)
        async let samples = watch.samples()
        let load = SteadyLoad(rate: most / 2, seconds: self.seconds, first: 100 + self.trial)
        let sent = try await load.send(to: system)
        await watch.finish(after: sent.commands)
        let times = Quantiles(try await samples)
        return [
            .rate("engine and worker, decided and folded", "commands/s", most, limit: nil, atLeast: nil),
            .rate("steady load for freshness", "commands/s", sent.rate, limit: most, atLeast: nil),
            .most("freshness under steady load, p50", "s, \(self.seconds) s", times.at(0.5), atMost: nil),
            .most("freshness under steady load, p99", "s, \(self.seconds) s", times.at(0.99), atMost: 1),
        ]
    }
}
