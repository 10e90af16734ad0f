import ArgumentParser
import Redressal
import RedressalRuntime

/// Counts what people were told.
struct NotifyStatusCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Count notices by what became of them.")

    @OptionGroup var options: CommonOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let counts = try await installation.outbox.counts()
        let waiting = try await installation.outbox.waiting()
        await installation.close()
        if self.json { return try Terminal.json(Status(due: waiting.due, oldest: waiting.oldest, notices: counts)) }
        Terminal.table(["state", "reason", "notices"], counts.map { [$0.state, $0.reason ?? "–", "\($0.notices)"] })
    }
}

/// What is due, and everything there is.
private struct Status: Encodable {
    let due: Int
    /// The earliest instant at which a notice that waits is to be sent.
    let oldest: Instant?
    let notices: [NoticeCount]
}
