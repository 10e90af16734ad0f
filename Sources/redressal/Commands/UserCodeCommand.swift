import ArgumentParser
import Redressal
import RedressalRuntime

/// Asks an account for one-time codes.
struct UserCodeCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "code", abstract: "Ask an account for one-time codes of an authenticator app as well.",
        discussion: """
            Prints the address that the app reads, for example from a QR code; it is printed once. Ends the account's \
            sessions. Again, for a new telephone: the codes of the old one no longer count.
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
        var address: String?
        if self.remove {
            try await accounts.removeCode(from: self.account)
        } else {
            address = try await accounts.addCode(to: self.account)
        }
        await installation.close()
        if self.json {
            try Terminal.json(["account": self.account, "address": address])
        } else {
            Terminal.print(address ?? "'\(self.account)' signs in with its password alone")
        }
    }
}
