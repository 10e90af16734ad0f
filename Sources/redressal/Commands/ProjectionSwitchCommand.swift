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
        try await installation.readSets.makeLive(self.back ? .previous : .rebuilt)
        await installation.close()
        if self.json {
            try Terminal.json(["live": ReadSet.live.rawValue, "kept": ReadSet.previous.rawValue])
        } else {
            Terminal.print(
                (self.back ? "the read models of before" : "the rebuilt read models")
                    + " are live; those that were live are kept in schema '\(ReadSet.previous.rawValue)'")
        }
    }
}
