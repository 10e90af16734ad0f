import ArgumentParser
import Redressal
import RedressalRuntime

/// Lists accounts.
struct UserListCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the accounts, and how they sign in.")

    @OptionGroup var options: CommonOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let accounts = try await installation.identities().accounts()
        await installation.close()
        if self.json { return try Terminal.json(["accounts": accounts]) }
        Terminal.table(
            ["account", "kind", "password", "one-time codes", "signed in", "closed"],
            accounts.map { account in
                [
                    account.name, account.kind.rawValue, account.hasPassword ? "yes" : "–",
                    account.hasCode ? "yes" : "–", "\(account.accesses)", account.closed.map { "\($0)" } ?? "–",
                ]
            })
    }
}
