import ArgumentParser
import Foundation
import Redressal

/// Lives simulated worlds through and says which of them went wrong.
@main
struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ops/simulate", abstract: "Run the system in simulated worlds, under faults, seed by seed.",
        discussion: """
            Engines, workers and gateways run the code that ships, on one thread, in an order that the seed decides, over \
            a log, read models and clocks in memory. After the storm everything must come to rest, and what was \
            acknowledged must be in the log, once; see docs/reliability.md. Exits with 1 when a seed fails, and prints \
            the shortest history found that goes wrong in the same way.
            """)

    @Option(help: "How many seeds.")
    var seeds: UInt64 = 1000

    @Option(help: "The first seed.")
    var from: UInt64 = 1

    @Option(
        help:
            "A deliberate bug (\(Sabotage.allCases.map(\.rawValue).joined(separator: ", "))), or all: each must be found."
    )
    var sabotage: String?

    @Option(
        help: ArgumentHelp(
            "Only this fault (\(Fault.allCases.map(\.rawValue).joined(separator: ", "))); may be given again.",
            valueName: "name"))
    var fault: [String] = []

    @Flag(help: "Print the history of each seed.")
    var history = false

    @Flag(help: "Print the digest of each seed's history.")
    var digests = false

    func validate() throws {
        guard self.seeds > 0 else { throw ValidationError("expected at least 1 in --seeds but found 0") }
        guard self.from > 0, self.from < UInt64(Int64.max), self.seeds < UInt64(Int64.max) else {
            throw ValidationError("expected numbers from 1 to \(Int64.max - 1) in --from and --seeds")
        }
        for name in self.fault where Fault(rawValue: name) == nil {
            throw ValidationError(
                "expected one of \(Fault.allCases.map(\.rawValue).joined(separator: ", ")) in --fault but found '\(name)'"
            )
        }
        guard let sabotage = self.sabotage, sabotage != "all", Sabotage(rawValue: sabotage) == nil else { return }
        throw ValidationError("expected a deliberate bug or all in --sabotage but found '\(sabotage)'")
    }

    func run() throws {
        guard JobHook.install() else {
            throw WorldFailure("expected the runtime to have swift_task_enqueueGlobal_hook but it has not")
        }
        let home = ProcessInfo.processInfo.environment["REDRESSAL_HOME"] ?? FileManager.default.currentDirectoryPath
        let towns = try Towns(home: home)
        try ContractCheck.run(towns)
        if self.sabotage == "all" { return try SabotageReport(towns, from: self.from, most: self.seeds).run() }
        try self.live(towns)
    }

    private func live(_ towns: Towns) throws {
        let start = ContinuousClock.now
        var jobs = 0
        for seed in self.from..<self.from + self.seeds {
            var options = WorldOptions(seed: seed)
            options.sabotage = self.sabotage.flatMap { Sabotage(rawValue: $0) }
            options.keepsHistory = self.history || self.digests
            if !self.fault.isEmpty { options.faults = Set(self.fault.compactMap { Fault(rawValue: $0) }) }
            let report = WorldReport.of(options, in: towns[seed])
            jobs += report.jobs
            if self.digests { print("\(seed) \(report.digest)") }
            if self.history { print(report.history.joined(separator: "\n")) }
            guard report.faults.isEmpty else {
                Shrinking(options, in: towns[seed]).tell()
                throw ExitCode(1)
            }
        }
        let seconds = start.duration(to: .now) / .seconds(1)
        print("\(self.seeds) seeds from \(self.from), \(jobs) steps, nothing went wrong")
        // Apart from the rest, which is the same each time.
        FileHandle.standardError.write(Data("\(Int(Double(self.seeds) / seconds)) seeds/s\n".utf8))
    }
}
