import ArgumentParser
import Foundation

/// Measures what docs/performance.md promises, each figure beside its limit on this machine.
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure each budget of docs/performance.md beside its limit.")

    private static var all: [any Benchmark.Type] {
        [CoreBenchmark.self, EngineBenchmark.self, ProjectionBenchmark.self]
    }

    @Flag(help: "Smaller sizes: over in three minutes.")
    var quick = false

    @Option(help: "Write the figures to a file as JSON.")
    var json: String?

    @Option(help: ArgumentHelp("Only these: \(Self.all.map { $0.name }.joined(separator: ", ")).", valueName: "name"))
    var only: [String] = []

    func validate() throws {
        for name in self.only where !Self.all.contains(where: { $0.name == name }) {
            throw ValidationError(
                "expected one of \(Self.all.map { $0.name }.joined(separator: ", ")) in --only but found '\(name)'")
        }
    }

    func run() async throws {
        let home = ProcessInfo.processInfo.environment["REDRESSAL_HOME"] ?? FileManager.default.currentDirectoryPath
        let settings = BenchSettings(home: home, isQuick: self.quick)
        var report = BenchReport()
        print(BenchReport.head)
        for benchmark in Self.all where self.only.isEmpty || self.only.contains(benchmark.name) {
            try await benchmark.init(settings).run(&report)
        }
        if let json { try report.write(to: json) }
    }
}
