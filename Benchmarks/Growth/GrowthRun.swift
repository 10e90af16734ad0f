import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting

/// Measures among one number of open cases, in a system of its own with one partition.
struct GrowthRun {
    /// Steps of a complaint's life after its opening that leave it open.
    private static let steps = 1..<6

    let cases: Int
    /// How many cases get commands, spread evenly over all; and how many timers fire.
    let sample: Int
    /// How many pages of each kind are asked for.
    let pages: Int

    func figures() async throws -> GrowthFigures {
        try await TestSystem.with(.postgres, partitions: 1, definitions: .shipped()) { system in
            let seed = self.seed
            try await seed.put(into: system)
            system.clock.advance(to: seed.filed(self.cases))
            let commands = try await self.append(seed, to: system)
            let before = try Memory.resident()
            let outcomes = try await OutcomeClock(system.log)
            let takeOver = try await self.takeOver(system, outcomes)
            let start = ContinuousClock.now
            try await outcomes.wait(for: commands - takeOver.answers)
            let command = start.duration(to: .now) / .seconds(1) / Double(commands - takeOver.answers)
            await outcomes.close()
            let event = try await self.project(system)
            let timer = try await self.fire(system)
            system.startWorker()
            try await system.projected()
            let bytes = try Memory.resident() - before
            return GrowthFigures(
                cases: self.cases,
                costs: [
                    .init(name: "a command", unit: "µs", value: command * 1e6),
                    .init(name: "a projected event", unit: "µs", value: event * 1e6),
                    .init(name: "a fired timer", unit: "µs", value: timer * 1e6),
                ] + (try await PageTimes(system: system, seed: seed, count: self.pages).costs()),
                takeOver: takeOver.seconds, bytes: bytes)
        }
    }

    /// Cases filed within three hours of a Monday morning, none of which has a deadline before they are all there.
    private var seed: OpenCases {
        let (first, milliseconds, cases) = (Instant(seconds: 1_772_411_400), Int64(3 * 3_600_000), Int64(self.cases))
        return OpenCases(count: self.cases) { first.advanced(byMilliseconds: Int64($0) * milliseconds / cases) }
    }

    /// Puts the sample's commands into the log.
    ///
    /// - Returns: How many there are.
    private func append(_ seed: OpenCases, to system: TestSystem) async throws -> Int {
        let lives = (0..<self.sample).map { seed.life($0 * (self.cases / self.sample)) }
        for step in Self.steps {
            try await system.append(lives.map { $0.command(step, at: system.clock.now()) })
        }
        return lives.count * Self.steps.count
    }

    /// - Returns: How long it took from an engine's start to its first answers, and how many came at once.
    private func takeOver(
        _ system: TestSystem, _ outcomes: OutcomeClock
    ) async throws -> (seconds: Double, answers: Int) {
        let start = ContinuousClock.now
        try await system.startEngine()
        let answers = try await outcomes.first()
        return (start.duration(to: .now) / .seconds(1), answers)
    }

    /// - Returns: Seconds for one event that followed from the commands.
    private func project(_ system: TestSystem) async throws -> Double {
        let events = try await system.views.lag(behind: system.log)
        return try await CatchUp.run(system) / .seconds(1) / Double(events)
    }

    /// Lets the next timers come due and fires them.
    ///
    /// - Returns: Seconds for one timer, from asking which are due to the last answer.
    private func fire(_ system: TestSystem) async throws -> Double {
        let due: Int64 = try await system.pool.query(
            """
            SELECT (extract(epoch FROM due_at) * 1000)::bigint FROM read.timer WHERE NOT historical
            ORDER BY due_at OFFSET \(self.sample) LIMIT 1
            """
        ).value()
        system.clock.advance(to: Instant(milliseconds: due))
        let outcomes = try await OutcomeClock(system.log)
        let start = ContinuousClock.now
        var fired = 0
        while true {
            let sent = try await system.escalator.round([0])
            fired += sent
            if sent == 0 { break }
        }
        try await outcomes.wait(for: fired)
        await outcomes.close()
        return start.duration(to: .now) / .seconds(1) / Double(fired)
    }
}
