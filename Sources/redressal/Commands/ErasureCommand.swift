import ArgumentParser

/// What people wrote is erased at their wish.
struct ErasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erasure", abstract: "Erase what people wrote, when one account asks and another approves.",
        discussion: """
            The key is destroyed with which the case was sealed: its words, files and search terms can never be read again, on any \
            copy of the log. What was done, when and by whom stays. All cases of the same person have to be closed. Both \
            accounts show their own token (REDRESSAL_TOKEN), and both are written to the access log.
            """,
        subcommands: [ErasureAskCommand.self, ErasureApproveCommand.self, ErasureListCommand.self])
}
