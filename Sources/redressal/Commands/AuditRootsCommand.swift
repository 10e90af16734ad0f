import ArgumentParser
import Redressal
import RedressalRuntime

/// Signs the log's roots now, and lists them.
struct AuditRootsCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "roots", abstract: "Sign the roots of what came into the log since, and list all signed roots.",
        discussion: """
            A root stands for every record of a partition up to a moment: who keeps it can tell later whether one of them was taken out \
            or changed. `serve` and `gateway` sign them every hour; this command does at once. Keep copies where nobody who runs the \
            database can write.
            """)

    @OptionGroup var options: CommonOptions

    @Option(help: ArgumentHelp("Write every signed root into this folder too, a file each.", valueName: "path"))
    var to: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        _ = try await installation.checkpointer(nil).step(now: true)
        let roots = try await installation.checkpoints.all()
        if let to {
            let folder = RootFolder(path: to)
            for root in roots { try await folder.keep(root.signed, of: root.place) }
        }
        await installation.close()
        if self.json { return try Terminal.json(["roots": roots.map(\.signed.note)]) }
        Terminal.table(
            ["partition", "records", "signed at", "root"],
            roots.map { root in
                let checkpoint = root.signed.checkpoint
                return [root.place.path, "\(checkpoint.size)", "\(checkpoint.made)", "\(checkpoint.root)"]
            })
    }
}
