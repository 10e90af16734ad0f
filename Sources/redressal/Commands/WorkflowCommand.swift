import ArgumentParser

/// Checks, shows, draws, tries and publishes workflows.
struct WorkflowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflow", abstract: "Check, show, draw, try and publish workflow definitions.",
        subcommands: [
            WorkflowCheckCommand.self, WorkflowShowCommand.self, WorkflowGraphCommand.self,
            WorkflowSimulateCommand.self, WorkflowPublishCommand.self,
        ])
}
