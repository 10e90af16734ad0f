import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting

/// Measures among one number of open cases, in a system of its own with one partition.
struct GrowthRun {
    /// Steps of a complaint's life after its opening that leave it open.
    private static let steps = 1..<6
    /// Of how many cases at least each round has: all commands of fewer could be answered at once.
    private static let leastOfARound = 400

    let cases: Int
    /// How many cases get commands, spread evenly over all; and how many timers fire.
    let sample: Int
    /// How many pages of each kind are asked for.
    let pages: Int

    /// Each cost is the median of as many rounds, each with other cases: machines are shared.
    private var rounds: Int { max(1, min(5, self.sample / Self.leastOfARound)) }

    func figures() async throws -> GrowthFigures {
        try await TestSystem.with(.postgres, partitions: 1, definitions: .shipped()) { system in
            let seed = self.seed
            try await seed.put(into: system)
            system.clock.advance(to: seed.filed(self.cases))
            let before = try Memory.resident()
            var rounds: [Round] = []
            for number in 0..<self.rounds { rounds.append(try await self.round(number, seed, system)) }
            let pages = try await PageTimes(system: system, seed: seed, count: self.pages).costs()
            let bytes = try await self.resident(seed, system) - before
            let median = { (value: (Round) -> Double) in Quantiles(rounds.map(value)).at(0.5) }
            return GrowthFigures(
                cases: self.cases,
                costs: [
                    .init(name: "a command", unit: "µs", value: median(\.command) * 1e6),
                    .init(name: "a projected event", unit: "µs", value: median(\.event) * 1e6),
                    .init(name: "a fired timer", unit: "µs", value: median(\.timer) * 1e6),
                ] + pages,
                takeOver: median(\.takeOver), bytes: bytes)
        }
    }

    /// Seconds for one of each.
    private struct Round {
        let takeOver: Double
        let command: Double
        let event: Double
        let timer: Double
    }

    private func round(_ number: Int, _ seed: OpenCases, _ system: TestSystem) async throws -> Round {
        let commands = try await self.append(seed, number, Self.steps, to: system)
        let outcomes = try await OutcomeClock(system.log)
        let (engine, takeOver, answers) = try await self.takeOver(system, outcomes)
        guard answers < commands else {
            throw BenchFailure("expected commands that wait but all \(commands) were answered at once")
        }
        let start = ContinuousClock.now
        try await outcomes.wait(for: commands - answers)
        let command = start.duration(to: .now) / .seconds(1) / Double(commands - answers)
        await outcomes.close()
        let event = try await self.project(system)
        let timer = try await self.fire(system)
        try await CatchUp.run(system)
        try await engine.stop()
        return Round(takeOver: takeOver, command: command, event: event, timer: timer)
    }

    /// Cases filed within three hours of a Monday morning, none of which has a deadline before they are all there.
    private var seed: OpenCases {
        let (first, milliseconds, cases) = (Instant(seconds: 1_772_411_400), Int64(3 * 3_600_000), Int64(self.cases))
        return OpenCases(count: self.cases) { first.advanced(byMilliseconds: Int64($0) * milliseconds / cases) }
    }

    /// Puts commands for one round's share of the sample into the log.
    ///
    /// - Returns: How many there are.
    private func append(
        _ seed: OpenCases, _ round: Int, _ steps: Range<Int>, to system: TestSystem
    ) async throws -> Int {
        let lives = stride(from: round, to: self.sample, by: self.rounds)
            .map { seed.life($0 * (self.cases / self.sample)) }
        for step in steps { try await system.append(lives.map { $0.command(step, at: system.clock.now()) }) }
        return lives.count * steps.count
    }

    /// - Returns: How long it took from an engine's start to its first answers, and how many came at once.
    private func takeOver(
        _ system: TestSystem, _ outcomes: OutcomeClock
    ) async throws -> (engine: TestRole, seconds: Double, answers: Int) {
        let start = ContinuousClock.now
        let engine = try await system.startEngine()
        let answers = try await outcomes.first()
        return (engine, start.duration(to: .now) / .seconds(1), answers)
    }

    /// - Returns: Bytes, while an engine and a worker run who have all cases of the sample in hand.
    private func resident(_ seed: OpenCases, _ system: TestSystem) async throws -> Double {
        try await system.startEngine()
        system.startWorker()
        let last = Self.steps.upperBound
        for number in 0..<self.rounds { _ = try await self.append(seed, number, last..<last + 1, to: system) }
        try await system.answered()
        try await system.projected()
        return try Memory.resident()
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
            ORDER BY due_at OFFSET \(self.sample / self.rounds) LIMIT 1
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
