import ArgumentParser

/// Looks after the read models.
struct ProjectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "projection",
        abstract: "See how far the read models are, compare them with the log, build them anew.",
        subcommands: [
            ProjectionStatusCommand.self, ProjectionDiffCommand.self, ProjectionRebuildCommand.self,
            ProjectionSwitchCommand.self,
        ])
}
