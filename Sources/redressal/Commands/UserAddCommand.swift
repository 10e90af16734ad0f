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
        do throws(AccountError) {
            try AccountKeeper.check(self.account)
        } catch {
            throw ValidationError(error.description)
        }
    }

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let password = try await installation.accounts().add(
            self.account, kind: self.service ? .service : .person, installation.definitions.catalog().org)
        await installation.close()
        if self.json {
            try Terminal.json(["account": self.account, "password": password])
        } else {
            Terminal.print(password ?? "service '\(self.account)' is there; give it a token: redressal token add")
        }
    }
}
