import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting

/// Commands that wait in the log, decided by one engine; the limit is writing the same bytes to the same log.
struct EngineBenchmark: Benchmark {
    static let name = "engine"
    /// How many complaints are decided first, in every partition.
    private static let warmUp = 50

    private let cases: Int

    init(_ settings: BenchSettings) { self.cases = settings.size(quick: 2000, full: 10_000) }

    private var commands: Int { self.cases * ComplaintLife.steps }

    func run(_ report: inout BenchReport) async throws {
        var rounds: [BenchRow] = []
        for _ in 0..<3 { rounds.append(try await self.onPostgreSQL()) }
        // The one in the middle: machines are shared, and a server that has just started writes into memory that the
        // machine has yet to give it.
        report.add([rounds.sorted { $0.ratio ?? 0 < $1.ratio ?? 0 }[1]])
        let (rate, records) = try await TestSystem.with(.kafka, definitions: .shipped()) { system in
            let rate = try await self.rate(on: system)
            return (rate, try await system.allRecords(.events) + system.allRecords(.outcomes))
        }
        let limit = try await TestSystem.with(.kafka, definitions: .shipped()) { system in
            try await RawProduce(records.compactMap(\.copy)).time(on: system.log)
        }
        report.add([self.row("Kafka", rate, limit)])
    }

    private func onPostgreSQL() async throws -> BenchRow {
        try await TestSystem.with(.postgres, definitions: .shipped()) { system in
            let rate = try await self.rate(on: system)
            let limit = try await RawCopy(system.pool).time(
                of: [(schema: "log", table: "record", rows: "topic IN ('events', 'outcomes')")])
            return self.row("PostgreSQL", rate, limit)
        }
    }

    /// - Returns: Commands a second from when all of them are in the log: by then some are decided, the rest waits.
    private func rate(on system: TestSystem) async throws -> Double {
        let clock = try await OutcomeClock(system.log)
        try await system.startEngine()
        // Taking partitions over is measured elsewhere; a transactional producer's first commit alone takes a second.
        try await Workload(cases: Self.warmUp).append(to: system)
        try await clock.wait(for: Self.warmUp * ComplaintLife.steps)
        try await Workload(cases: self.cases, first: Self.warmUp).append(to: system)
        let rest = self.commands - (try await clock.drain())
        guard rest > self.commands / 10 else {
            throw BenchFailure("expected commands that wait but \(rest) of \(self.commands) are left")
        }
        let start = ContinuousClock.now
        try await clock.wait(for: rest)
        await clock.close()
        return Rate.since(start, rest)
    }

    private func row(_ log: String, _ rate: Double, _ limit: Duration) -> BenchRow {
        .share(
            "engine on \(log), commands to events", "commands/s", rate,
            limit: Double(self.commands + Self.warmUp * ComplaintLife.steps) / (limit / .seconds(1)), atLeast: 0.5)
    }
}

extension LogRecord {
    /// The record, to be written once more; nil for a tombstone.
    fileprivate var copy: NewRecord? {
        self.value.map {
            NewRecord(topic: self.topic, partition: self.partition, key: self.key, headers: self.headers, value: $0)
        }
    }
}
