import ArgumentParser
import Foundation

/// Runs the benchmarks and prints their rows.
struct Measuring: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Measure; what happens when no subcommand is named.")

    private static var all: [any Benchmark.Type] {
        [
            CoreBenchmark.self, EngineBenchmark.self, ProjectionBenchmark.self, GrowthBenchmark.self,
            FreshnessBenchmark.self, TimersBenchmark.self, SearchBenchmark.self,
            LifecycleBenchmark.self, BurstsBenchmark.self, QueueBenchmark.self,
        ]
    }

    private static var names: String { Self.all.map { $0.name }.joined(separator: ", ") }

    @Flag(help: "Smaller sizes: over in five minutes.")
    var quick = false

    @Flag(help: "Fail when a ratio is worse than Benchmarks/thresholds.json allows.")
    var check = false

    @Option(help: "Write the figures to a file as JSON.")
    var json: String?

    @Option(help: ArgumentHelp("Only these: \(Self.names).", valueName: "name"))
    var only: [String] = []

    @Option(help: "How many timers are armed in the benchmark of timers.")
    var timers: Int?

    func validate() throws {
        for name in self.only where !Self.all.contains(where: { $0.name == name }) {
            throw ValidationError("expected one of \(Self.names) in --only but found '\(name)'")
        }
        if let timers, timers < 5000 {
            throw ValidationError("expected at least 5000 in --timers but found \(timers)")
        }
    }

    func run() async throws {
        let home = ProcessInfo.processInfo.environment["REDRESSAL_HOME"] ?? FileManager.default.currentDirectoryPath
        let settings = BenchSettings(home: home, isQuick: self.quick, timers: self.timers)
        // Before hours of measuring, not after.
        let thresholds = self.check ? try Thresholds(home: home) : nil
        var report = BenchReport()
        let start = ContinuousClock.now
        print(BenchReport.head)
        for benchmark in Self.all where self.only.isEmpty || self.only.contains(benchmark.name) {
            try await benchmark.init(settings).run(&report)
        }
        print("Measured in \(Int((start.duration(to: .now) / .seconds(1)).rounded())) s.")
        if let json { try report.write(to: json) }
        if let thresholds { try self.hold(report, to: thresholds) }
    }

    private func hold(_ report: BenchReport, to thresholds: Thresholds) throws {
        let verdict = thresholds.verdict(on: report.rows)
        for line in verdict.worse { print("worse than Benchmarks/thresholds.json allows: \(line)") }
        // A threshold whose row nobody measures any more would never fail again.
        let unmeasured = self.only.isEmpty ? verdict.unmeasured : []
        for name in unmeasured {
            print("expected a row '\(name)', as Benchmarks/thresholds.json has it, but there is none")
        }
        guard verdict.worse.isEmpty, unmeasured.isEmpty else { throw ExitCode.failure }
        print("\(verdict.held) ratios are as good as Benchmarks/thresholds.json asks for.")
    }
}
