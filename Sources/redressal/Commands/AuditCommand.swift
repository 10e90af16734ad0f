import ArgumentParser

/// What auditors ask.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Answer auditors' questions about who did and saw what, and whether the log is what it was.",
        subcommands: [
            AuditAccessCommand.self, AuditChecksCommand.self, AuditVerifyCommand.self, AuditRootsCommand.self,
            AuditKeyCommand.self,
        ])
}
