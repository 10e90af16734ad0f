import ArgumentParser

/// Who may sign in.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Add, list and close the accounts that sign in.",
        discussion: "What an account may do is said by the published programmes: its posts and roles.",
        subcommands: [
            UserAddCommand.self, UserListCommand.self, UserPasswordCommand.self, UserCodeCommand.self,
            UserCloseCommand.self, UserOpenCommand.self,
        ])
}
