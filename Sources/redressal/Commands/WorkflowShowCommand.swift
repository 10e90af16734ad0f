import ArgumentParser
import Redressal

/// Tells what a workflow has, without its YAML.
struct WorkflowShowCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a workflow's fields, states and actions.",
        discussion: """
            What a case may hold, where it may stand, and what may be done there by whom. An action's fields that must \
            be given have a star.
            """)

    @Argument(help: "A workflow file, or the name of a workflow of the home folder, such as complaint.")
    var workflow: String

    @Flag(help: "Print one JSON object.")
    var json = false

    func execute() async throws {
        let (workflow, _) = try DefinitionPath.named(self.workflow).workflow()
        let outline = WorkflowOutline(workflow)
        if self.json { try Terminal.json(outline) } else { outline.show() }
    }
}
