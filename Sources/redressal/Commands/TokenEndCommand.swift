import ArgumentParser
import Redressal
import RedressalRuntime

/// Ends a token.
struct TokenEndCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "End a token at once.")

    @OptionGroup var options: CommonOptions

    @Argument(help: "Its id, as 'redressal token list' has it.")
    var id: String

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        try await installation.record(
            .accountChangeAsked(AccountChangeAsked(subject: nil, change: .tokenEnded, token: self.id)))
        try await installation.identities().endToken(self.id)
        try await installation.record(
            .accountChanged(AccountChanged(subject: nil, change: .tokenEnded, token: self.id)))
        await installation.close()
        Terminal.print("the token is ended")
    }
}
