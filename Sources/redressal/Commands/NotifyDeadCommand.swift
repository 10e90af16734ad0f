import ArgumentParser
import Redressal
import RedressalRuntime

/// Lists messages that did not get through.
struct NotifyDeadCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "dead", abstract: "List messages that were given up or could not be delivered, the latest first.")

    @OptionGroup var options: CommonOptions

    @Option(help: "The most to list, 1 to 1000.")
    var limit = 50

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard !(1...1000).contains(self.limit) else { return }
        throw ValidationError("expected 1 to 1000 in --limit but found \(self.limit)")
    }

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let letters = try await installation.outbox.dead(limit: self.limit)
        await installation.close()
        if self.json { return try Terminal.json(["messages": letters]) }
        Terminal.table(
            ["id", "case", "to", "by", "text", "state", "tries", "error", "since"],
            letters.map { letter in
                [
                    letter.id, letter.reference ?? "–", letter.recipient, letter.medium, letter.template, letter.state,
                    "\(letter.attempts)", letter.error ?? "–", "\(letter.since)",
                ]
            })
    }
}
