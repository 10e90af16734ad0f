import ArgumentParser

/// What auditors ask.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Answer auditors' questions about who did and saw what.",
        subcommands: [AuditAccessCommand.self, AuditChecksCommand.self])
}
