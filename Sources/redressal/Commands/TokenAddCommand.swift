import ArgumentParser
import Redressal
import RedressalRuntime

/// Makes a token.
struct TokenAddCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make a token for an account and print it.",
        discussion: "It is printed once and kept as a hash. Send it as 'Authorization: Bearer TOKEN'.")

    @OptionGroup var options: CommonOptions

    @Argument(help: "The account that whoever shows it acts as.")
    var account: String

    @Option(parsing: .unconditional, help: "For how many days it holds, 1 to 730.")
    var days = 90

    @Option(help: "What it is for.")
    var note: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard (1...730).contains(self.days) else {
            throw ValidationError("expected between 1 and 730 in --days but found \(self.days)")
        }
    }

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        try await installation.record(
            .accountChangeAsked(AccountChangeAsked(subject: self.account, change: .tokenAdded)))
        let (id, secret, expires) = try await installation.identities()
            .addToken(for: self.account, length: Int64(self.days) * 86_400, note: self.note)
        try await installation.record(
            .accountChanged(AccountChanged(subject: self.account, change: .tokenAdded, token: id)))
        await installation.close()
        if self.json {
            try Terminal.json(["account": self.account, "token": secret.token, "expires": expires.description])
        } else {
            Terminal.print(secret.token)
        }
    }
}
