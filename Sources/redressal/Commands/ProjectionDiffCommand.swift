import ArgumentParser
import Redressal
import RedressalRuntime

/// Compares the read models with what the log gives.
struct ProjectionDiffCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Fold the log from its start and compare every row with the read models.",
        discussion: """
            Exits with 1 when any row differs. Workers may go on: what they have not folded in yet is no difference, see \
            `projection status`.
            """)

    @OptionGroup var options: CommonOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let differences = try await ProjectionDiff(log: installation.log, pool: installation.pool).run()
        await installation.close()
        if self.json {
            try Terminal.json(DiffReport(differences: differences.count, rows: Array(differences.prefix(100))))
        } else if differences.isEmpty {
            Terminal.print("no difference: the read models equal what the log gives")
        } else {
            Terminal.table(["table", "row", "is"], differences.prefix(100).map { [$0.table, $0.key, $0.kind] })
            Terminal.print("\(differences.count) rows differ")
        }
        if !differences.isEmpty { throw ExitCode(1) }
    }
}

/// What `projection diff --json` prints; at most 100 rows are named.
private struct DiffReport: Encodable {
    let differences: Int
    let rows: [ProjectionDiff.Difference]
}
