import ArgumentParser
import Redressal
import RedressalRuntime

/// Gives somebody a new password.
struct UserPasswordCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Print a new password for an account's next sign-in.",
        discussion: "Ends all its sessions and tokens. Whoever signs in with it has to choose another.")

    @OptionGroup var options: CommonOptions

    @Argument(help: "The account.")
    var account: String

    @Flag(help: "Print one JSON object.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let password = try await installation.accounts().resetPassword(of: self.account)
        await installation.close()
        if self.json {
            try Terminal.json(["account": self.account, "password": password])
        } else {
            Terminal.print(password)
        }
    }
}
