import ArgumentParser
import Foundation
import Redressal
import RedressalRuntime

/// Explains a case's due dates line by line.
struct CaseExplainCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain, line by line, how a case's due dates came about.",
        discussion: "Times are those of the case's office; with --json they are in UTC.")

    @OptionGroup var options: CommonOptions

    @Argument(help: "The case's id or tracking number.")
    var id: String

    @Flag(help: "Print one JSON object.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let state = try await installation.found(self.id)
        let events = try await CaseHistory(log: installation.log).events(of: state.id)
        let catalog = installation.definitions.catalog()
        let explanation = ClockExplanation(events, catalog: catalog)
        await installation.close()
        if self.json {
            try Terminal.json(["lines": explanation.lines])
            return
        }
        let time = OfficeTime(state.office, catalog)
        Terminal.print("\(state.reference)  \(state.workflow.name), now \(state.state)")
        Terminal.print("times are those of \(state.office), \(time.zoneName)")
        if state.historical {
            Terminal.print(CaseSheet.historyNote)
        }
        Terminal.table(
            ["when", "clock", "what", "due"],
            explanation.lines.map {
                [
                    time.text($0.at), $0.clock == .state ? "this step" : "case", time.localised($0.text),
                    $0.due.map { time.text($0) } ?? "",
                ]
            })
    }
}
