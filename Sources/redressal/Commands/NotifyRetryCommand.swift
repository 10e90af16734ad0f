import ArgumentParser
import Redressal
import RedressalRuntime

/// Sends again what did not get through.
struct NotifyRetryCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Send messages again that were given up or could not be delivered.",
        discussion: "Whether it is still right to send them is judged anew. `notify dead` lists their ids.")

    @OptionGroup var options: CommonOptions

    @Argument(help: "The ids of the messages.")
    var ids: [String] = []

    @Flag(help: "All of them.")
    var all = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard self.all == self.ids.isEmpty else {
            throw ValidationError("expected either ids of messages or --all but found \(self.all ? "both" : "neither")")
        }
    }

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let count = try await installation.outbox.retry(self.all ? nil : self.ids)
        await installation.close()
        if self.json { return try Terminal.json(["retried": count]) }
        Terminal.print("\(count) to be sent again")
    }
}
