import ArgumentParser
import Redressal
import RedressalRuntime

/// Makes rebuilt read models live.
struct ProjectionSwitchCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "switch", abstract: "Make the rebuilt read models live, in one step.",
        discussion: """
            They catch up with the log first, so that nobody sees a case go back in time. The read models that were live \
            are kept in schema 'read_before' until the next switch.
            """)

    @OptionGroup var options: CommonOptions

    @Flag(help: "Make those live again that were live before the last switch.")
    var back = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let set = self.back ? ReadSet.previous : .rebuilt
        try await installation.readSets.makeLive(set)
        await installation.close()
        if self.json {
            try Terminal.json(["live": set.rawValue, "kept": ReadSet.previous.rawValue])
        } else {
            Terminal.print(
                "what schema '\(set.rawValue)' held is live; what was live is in '\(ReadSet.previous.rawValue)'")
        }
    }
}
