import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting

/// Many timers armed of which some become due in a short time: how late the last of them fires, and how long other
/// commands take meanwhile.
struct TimersBenchmark: Benchmark {
    static let name = "timers"
    /// When the first complaint is filed: Monday, the 2nd of March 2026, in the morning.
    private static let start = Instant(seconds: 1_772_411_400)
    /// Complaints about danger to life are reminded of after half an hour by the wall clock.
    private static let reminder: Int64 = 1800
    /// How many become due in a second, at any size.
    private static let duePerSecond = 100_000.0 / 60

    private let timers: Int
    /// How many of them become due.
    private let due: Int
    private let quiet: Duration

    private var window: Double { Double(self.due) / Self.duePerSecond }

    init(_ settings: BenchSettings) {
        self.timers = settings.timers ?? settings.size(quick: 100_000, full: 5_000_000)
        self.due = self.timers / settings.size(quick: 20, full: 50)
        self.quiet = .seconds(settings.size(quick: 5, full: 30))
    }

    func run(_ report: inout BenchReport) async throws {
        let rows = try await TestSystem.with(.postgres, definitions: .shipped()) { system in
            let cases = try self.seed(1).timersEach(system.definitions.catalog())
            let seed = self.seed(max(2 * self.due, self.timers / max(1, cases)))
            try await seed.put(into: system)
            return try await self.fire(seed, system)
        }
        report.add(rows)
    }

    /// As many complaints as shall be reminded of are filed within the window; the others at least ten minutes later.
    private func seed(_ count: Int) -> OpenCases {
        let (due, window) = (self.due, self.window)
        let rest = Double(max(1, count - due))
        return OpenCases(count: count, severity: "life_safety") { number in
            let seconds = number < due ? Double(number) / Double(due) * window : 600 + 900 * Double(number - due) / rest
            return Self.start.advanced(byMilliseconds: Int64(seconds * 1000))
        }
    }

    private func fire(_ seed: OpenCases, _ system: TestSystem) async throws -> [BenchRow] {
        let armed: Int = try await system.pool.query("SELECT count(*) FROM read.timer WHERE NOT historical").value()
        let first = Self.start.advanced(bySeconds: Self.reminder)
        system.clock.advance(to: first)
        try await system.startEngine()
        system.startWorker()
        let probe = CommandProbe(system: system, seed: seed, first: self.due)
        try await probe.warm()
        let quiet = Quantiles(try await probe.times(until: .now.advanced(by: self.quiet)))
        let watch = try await FiringWatch(system)
        let moving = Task { try await self.moveClock(of: system) }
        async let lateness = watch.lateness(of: self.due)
        let busy = Quantiles(try await probe.times(until: .now.advanced(by: .seconds(self.window))))
        let late = Quantiles(try await lateness)
        moving.cancel()
        _ = await moving.result
        return self.rows(armed, quiet, busy, late)
    }

    private func rows(_ armed: Int, _ quiet: Quantiles, _ busy: Quantiles, _ late: Quantiles) -> [BenchRow] {
        let size = "\(self.due.grouped) of \(armed.grouped)"
        return [
            .most("timers firing, the latest", "s, \(size)", late.largest, atMost: 60),
            .most("timers firing, p50 of lateness", "s, \(size)", late.at(0.5), atMost: nil),
            .times(
                "commands while timers fire, p99", "ms, \(size)", busy.at(0.99), of: (quiet.at(0.99), "quiet"),
                atMost: 2),
        ]
    }

    /// Lets the system's time pass like ours.
    private func moveClock(of system: TestSystem) async throws {
        let (base, start) = (system.clock.now(), ContinuousClock.now)
        while !Task.isCancelled {
            system.clock.advance(
                to: base.advanced(byMilliseconds: Int64(start.duration(to: .now) / .milliseconds(1))))
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
