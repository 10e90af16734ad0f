import ArgumentParser
import Redressal
import RedressalRuntime

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
