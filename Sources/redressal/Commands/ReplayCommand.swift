import ArgumentParser
import Redressal
import RedressalRuntime

/// Folds the log from its start.
struct ReplayCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Fold the log from its start and print a digest of what was decided.",
        discussion: """
            The digest is over cases, numbers, types and facts, not over recording times or hashes: equal histories give \
            equal digests on either log. Void records are counted, not applied.
            """)

    @OptionGroup var options: CommonOptions

    @Option(
        name: .customLong("as-of"), help: "Leave out what was recorded later: an instant such as 2026-04-10T02:30:00Z.")
    var asOf: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws { _ = try self.moment() }

    func execute() async throws {
        let moment = try self.moment()
        let installation = try await Installation.open(self.options)
        let interruption = Interruption("the replay", advice: "nothing was changed; begin it again for the digests")
        let summaries = try await interruption.watch { try await Self.summaries(of: installation.log, asOf: moment) }
        await installation.close()
        if self.json {
            try Terminal.json(ReplayReport(partitions: summaries))
        } else {
            Terminal.table(
                ["partition", "events", "void", "cases", "digest"],
                summaries.map { ["\($0.partition)", "\($0.events)", "\($0.void)", "\($0.cases)", $0.digest] })
        }
    }

    private static func summaries(of log: any Log, asOf moment: Instant?) async throws -> [Replay.Summary] {
        let bar = ProgressBar("replay, partitions")
        defer { bar.finish() }
        var summaries: [Replay.Summary] = []
        for partition in 0..<log.partitionCount {
            summaries.append(try await Replay(log: log).partition(partition, asOf: moment).summary)
            bar.show(partition + 1, of: log.partitionCount)
        }
        return summaries
    }

    private func moment() throws -> Instant? {
        guard let text = self.asOf else { return nil }
        guard let instant = Instant(text) else {
            throw ValidationError(
                "expected an instant with a zone such as 2026-04-10T02:30:00Z in --as-of but found '\(text)'")
        }
        return instant
    }
}

/// What `replay --json` prints.
private struct ReplayReport: Encodable {
    let partitions: [Replay.Summary]
}
