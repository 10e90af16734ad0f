import ArgumentParser
import Redressal
import RedressalRuntime

/// Looks after the read models.
struct ProjectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "projection", abstract: "See how far the read models are, and compare them with the log.",
        subcommands: [ProjectionStatusCommand.self, ProjectionDiffCommand.self])
}

/// How far each partition is folded in.
struct ProjectionStatusCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show how far each partition is folded in.")

    @OptionGroup var options: CommonOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let positions = try await installation.views.positions()
        var lines: [PartitionStatus] = []
        for partition in 0..<installation.log.partitionCount {
            let end = try await installation.log.end(of: .events, partition: partition)
            lines.append(PartitionStatus(partition: partition, folded: positions[partition] ?? 0, end: end))
        }
        await installation.close()
        if self.json {
            try Terminal.json(["partitions": lines])
        } else {
            Terminal.table(
                ["partition", "folded to", "log ends at", "behind"],
                lines.map { ["\($0.partition)", "\($0.folded)", "\($0.end)", "\(max(0, $0.end - $0.folded))"] })
        }
    }
}

/// How far one partition is.
private struct PartitionStatus: Encodable {
    let partition: Int
    let folded: Int64
    let end: Int64
}

/// Compares the read models with what the log gives.
struct ProjectionDiffCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Fold the log from its start and compare every row with the read models.",
        discussion: "Exits with 1 when any row differs. Let workers come to rest first.")

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
