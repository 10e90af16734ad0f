import ArgumentParser
import Redressal
import RedressalRuntime

/// Lets an account in again.
struct UserOpenCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Let an account that was closed sign in again.")

    @OptionGroup var options: CommonOptions

    @Argument(help: "The account.")
    var account: String

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        try await installation.accounts().set(closed: false, self.account)
        await installation.close()
        Terminal.print("'\(self.account)' may sign in again")
    }
}
