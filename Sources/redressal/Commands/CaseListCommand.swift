import ArgumentParser
import Redressal
import RedressalRuntime

/// Lists cases, the least time left first.
struct CaseListCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List open cases, the least time left first.",
        discussion: """
            What is due is shown in the local time of the case's office, and what is left by the wall clock. Closed cases \
            are listed with --closed, or when --state names a state.
            """)

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

    @Option(parsing: .unconditional, help: "The most to list, 1 to 1000.")
    var limit = 50

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard (1...1000).contains(self.limit) else {
            throw ValidationError("expected between 1 and 1000 in --limit but found \(self.limit)")
        }
    }

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        var filter = CaseFilter()
        filter.workflow = self.workflow
        filter.office = self.office
        filter.state = self.state
        filter.overdue = self.overdue
        filter.orphans = self.orphans
        // Who names a state wants the cases in it, also when that state is a final one.
        filter.closed = self.closed || self.state != nil
        let cases = try await installation.views.page(filter, after: nil, limit: self.limit).cases
        // A state of an earlier version may still have cases: only an empty list can be a mistyped name's.
        if cases.isEmpty { try FilterNames(installation.definitions.catalog()).check(filter) }
        await installation.close()
        if self.json {
            try Terminal.json(["cases": cases])
            return
        }
        CaseTable(installation.definitions.catalog(), now: installation.clock.now()).show(cases)
    }
}
