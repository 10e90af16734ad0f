import ArgumentParser
import Redressal
import RedressalRuntime

/// Asks an account for one-time codes.
struct UserCodeCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "code", abstract: "Ask an account for one-time codes of an authenticator app as well.",
        discussion: """
            Whoever the account belongs to sets the app up with the next sign-in, before anything else; nobody else sees its \
            key. Ends the account's sessions. Again, for a new telephone: the codes of the old one no longer count.
            """)

    @OptionGroup var options: CommonOptions

    @Argument(help: "The account.")
    var account: String

    @Flag(help: "Ask for no codes any more.")
    var remove = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let accounts = try await installation.accounts()
        if self.remove {
            try await accounts.removeCode(from: self.account)
        } else {
            try await accounts.requireCode(of: self.account)
        }
        await installation.close()
        if self.json {
            try Terminal.json(["account": self.account, "codes": self.remove ? "off" : "wanted"])
        } else {
            Terminal.print(
                self.remove
                    ? "'\(self.account)' signs in with its password alone"
                    : "'\(self.account)' sets up an authenticator app with the next sign-in")
        }
    }
}
