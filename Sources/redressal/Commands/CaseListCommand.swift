import ArgumentParser
import Foundation
import Redressal
import RedressalRuntime

/// Lists cases, the least time left first.
struct CaseListCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List open cases, the least time left first.")

    @OptionGroup var options: CommonOptions

    @Option(help: "Only this workflow.")
    var workflow: String?

    @Option(help: "Only this office.")
    var office: String?

    @Option(help: "Only this state.")
    var state: String?

    @Flag(help: "Only overdue cases.")
    var overdue = false

    @Flag(help: "Only overdue cases that no post could take.")
    var orphans = false

    @Flag(help: "Closed cases too.")
    var closed = false

    @Option(help: "The most to list.")
    var limit = 50

    @Flag(help: "Print one JSON object.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        var filter = CaseFilter()
        filter.workflow = self.workflow
        filter.office = self.office
        filter.state = self.state
        filter.overdue = self.overdue
        filter.orphans = self.orphans
        filter.closed = self.closed
        let cases = try await installation.views.list(filter, limit: self.limit)
        await installation.close()
        if self.json {
            try Terminal.json(["cases": cases])
            return
        }
        Terminal.table(
            ["tracking number", "workflow", "state", "office", "held by", "due", ""],
            cases.map { line in
                [
                    line.reference, line.workflow, line.state, line.office, line.assignee ?? "–",
                    line.due?.description ?? "–", line.breached ? "overdue, level \(line.level)" : "",
                ]
            })
    }
}
