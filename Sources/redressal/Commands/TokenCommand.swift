import ArgumentParser

/// What programs show instead of a password.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Make, list and end the tokens that programs sign in with.",
        subcommands: [TokenAddCommand.self, TokenListCommand.self, TokenEndCommand.self])
}
