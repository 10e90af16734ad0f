import ArgumentParser
import Foundation
import RedressalTesting

/// Brings faults over running systems, and says what came of it.
@main
struct Faults: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ops/faults", abstract: "Bring faults over real processes under load, and audit what they leave.",
        discussion: """
            Starts servers of its own. After each fault, what clients were told is compared with the log and the log with \
            the read models; see docs/reliability.md. Exits with 1 when anything is lost, duplicated, diverged or stuck.
            """)

    @Option(help: "How often each fault is brought on each log; default: kills 20 times, others 3 times.")
    var runs: Int?

    @Option(help: "Only this fault; may be given more than once.")
    var only: [String] = []

    @Option(help: "postgres, kafka or both.")
    var log = "both"

    @Option(help: "Decides on moments, victims and durations; run n of a fault takes the seed after n others.")
    var seed: UInt64 = 1

    @Option(help: "Where to write the rows as JSON.")
    var json: String?

    func validate() throws {
        if let runs, runs < 1 { throw ValidationError("expected at least 1 in --runs but found \(runs)") }
        guard self.log == "both" || LogKind(rawValue: self.log) != nil else {
            throw ValidationError("expected postgres, kafka or both in --log but found '\(self.log)'")
        }
        let names = SystemFault.all.map(\.name)
        for name in self.only where !names.contains(name) {
            throw ValidationError("expected one of \(names.joined(separator: ", ")) in --only but found '\(name)'")
        }
    }

    func run() async throws {
        let faults = SystemFault.all.filter { self.only.isEmpty || self.only.contains($0.name) }
        let logs = LogKind(rawValue: self.log).map { [$0] } ?? LogKind.allCases
        let runs = FaultMatrix.Runs(kills: self.runs ?? 20, others: self.runs ?? 3)
        let rows = try await FaultMatrix(faults, on: logs, runs: runs, seed: self.seed).run {
            FileHandle.standardError.write(Data("\($0)\n".utf8))
        }
        print(FaultTable.text(rows))
        if let json { try JSONEncoder().encode(rows).write(to: URL(filePath: json)) }
        guard rows.allSatisfy(\.isClean) else { throw ExitCode(1) }
    }
}
