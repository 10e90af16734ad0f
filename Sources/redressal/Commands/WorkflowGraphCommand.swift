import ArgumentParser
import Redressal

/// Draws a workflow.
struct WorkflowGraphCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph", abstract: "Draw a workflow as Mermaid, SVG or DOT.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case mermaid
        case svg
        case dot
    }

    @Argument(help: "A workflow file, or the name of a workflow of the home folder, such as complaint.")
    var path: String

    @Option(help: "mermaid, svg or dot.")
    var format = Format.mermaid

    func execute() async throws {
        let (workflow, _) = try DefinitionPath.named(self.path).workflow()
        switch self.format {
        case .mermaid: Terminal.print(MermaidGraph.text(of: workflow))
        case .svg: Terminal.print(SVGGraph.text(of: workflow))
        case .dot: Terminal.print(DotGraph.text(of: workflow))
        }
    }
}
