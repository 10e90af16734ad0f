import ArgumentParser
import Redressal
import RedressalRuntime

/// Keeps an account out.
struct UserCloseCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Keep an account from signing in; ends its sessions and tokens at once.")

    @OptionGroup var options: CommonOptions

    @Argument(help: "The account.")
    var account: String

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        try await installation.accounts().set(closed: true, self.account)
        await installation.close()
        Terminal.print("'\(self.account)' is closed; what it did stays in the log")
    }
}
