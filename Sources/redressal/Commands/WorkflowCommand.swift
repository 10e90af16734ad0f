import ArgumentParser

/// Checks, draws, tries and publishes workflows.
struct WorkflowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflow", abstract: "Check, draw, try and publish workflow definitions.",
        subcommands: [
            WorkflowCheckCommand.self, WorkflowGraphCommand.self, WorkflowSimulateCommand.self,
            WorkflowPublishCommand.self,
        ])
}
