import ArgumentParser
import Redressal
import RedressalRuntime

/// Makes an account.
struct UserAddCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make an account, and print the password for its first sign-in.",
        discussion: """
            The password is printed once and kept as a hash; whoever signs in with it has to choose another. A service (a \
            website, a hotline's system) has no password: give it a token.
            """)

    @OptionGroup var options: CommonOptions

    @Argument(
        help: "The account's id in a published programme; of a service, any id of lower-case letters, digits and '-'.")
    var account: String

    @Flag(help: "A program that files cases for people without an account.")
    var service = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard Programme.isID(self.account) else {
            throw ValidationError(
                "expected an id of lower-case letters, digits, '-' and '_' that begins with a letter but found "
                    + self.account.quoted)
        }
    }

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let isKnown = installation.definitions.catalog().org.isKnown(self.account)
        guard !self.service || !isKnown else {
            throw CommandFailure(
                .refused, "expected a service's own id but a published programme has a person \(self.account.quoted)")
        }
        guard self.service || isKnown else {
            throw CommandFailure(
                .refused,
                "expected an account of a published programme but none has \(self.account.quoted): publish one that has, or "
                    + "add a service with --service")
        }
        let password = try await installation.identities().add(self.account, kind: self.service ? .service : .person)
        try await installation.record(.accountChanged(AccountChanged(subject: self.account, change: .added)))
        await installation.close()
        if self.json {
            try Terminal.json(["account": self.account, "password": password])
        } else {
            Terminal.print(password ?? "service '\(self.account)' is there; give it a token: redressal token add")
        }
    }
}
