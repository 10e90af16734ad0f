import ArgumentParser
import Redressal
import RedressalRuntime

/// Asks for the words of a case to be erased.
struct ErasureAskCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Ask for the words of a closed case to be erased; another account has to approve."
    )

    @OptionGroup var options: CommonOptions

    @OptionGroup var asker: TokenOption

    @Argument(help: "The case's id or tracking number.")
    var id: String

    @Option(help: "Why, as a word such as asked_at_counter; it is kept for ever.")
    var reason: String

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let account = try await self.asker.account(installation)
        let erasure = try await installation.personEraser().ask(self.id, reason: self.reason, by: account)
        await installation.close()
        Terminal.print(erasure.id)
        Terminal.error("'\(account)' has asked; now another account: redressal erasure approve \(erasure.id)")
    }
}
