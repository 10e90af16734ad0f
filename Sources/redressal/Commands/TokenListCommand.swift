import ArgumentParser
import Redressal
import RedressalRuntime

/// Lists tokens.
struct TokenListCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the tokens that hold; the tokens themselves are not kept.")

    @OptionGroup var options: CommonOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let tokens = try await installation.identities().tokens()
        await installation.close()
        if self.json { return try Terminal.json(["tokens": tokens]) }
        Terminal.table(
            ["id", "account", "made", "holds until", "for"],
            tokens.map { [$0.id, $0.account, "\($0.created)", "\($0.expires)", $0.note ?? "–"] })
    }
}
