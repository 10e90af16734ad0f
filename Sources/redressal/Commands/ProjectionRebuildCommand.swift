import ArgumentParser
import Redressal
import RedressalRuntime

/// Builds the read models anew beside the live ones.
struct ProjectionRebuildCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Fold the log from its start into new read models, beside the live ones.",
        discussion: """
            The live ones stay as they are and workers go on. Make the new ones live with `projection switch`. Run it after \
            an update that changes what is shown, or when `projection diff` finds a difference.
            """)

    @OptionGroup var options: CommonOptions

    @Flag(help: "Go on with a rebuild that was interrupted, instead of beginning again.")
    var resume = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let interruption = Interruption(
            "the rebuild",
            advice: "the live read models are as they were; go on with `redressal projection rebuild --resume`")
        let bar = ProgressBar("rebuild, records")
        let events = try await interruption.watch {
            try await installation.readSets.rebuild(resuming: self.resume) { done, total in
                bar.show(Int(done), of: Int(total))
            }
        }
        bar.finish()
        await installation.close()
        if self.json {
            try Terminal.json(RebuildReport(events: events, schema: ReadSet.rebuilt.rawValue))
        } else {
            Terminal.print("\(events) events are folded into schema '\(ReadSet.rebuilt.rawValue)'")
            Terminal.print("make it live with `redressal projection switch`")
        }
    }
}

/// What `projection rebuild --json` prints.
private struct RebuildReport: Encodable {
    let events: Int
    let schema: String
}
