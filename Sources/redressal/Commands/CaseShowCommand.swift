import ArgumentParser
import Redressal
import RedressalRuntime

/// Shows a case.
struct CaseShowCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show where a case stands, what was done, and what can be done now.",
        discussion: """
            Times are those of the case's office; with --json they are in UTC. Personal fields are sealed. --reveal opens \
            them with the key file (REDRESSAL_KEY_FILE): whoever can read that file can read them. That they were opened is \
            written to the access log first, under the name of whoever runs the command on this machine.
            """)

    @OptionGroup var options: CommonOptions

    @Argument(help: "The case's id or tracking number.")
    var id: String

    @Flag(help: "Open the sealed fields.")
    var reveal = false

    @Flag(help: "Show what happened to the clocks too; `case explain` says it in words.")
    var clocks = false

    @Flag(help: "Print one JSON object; sealed fields stay sealed unless --reveal is given.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let found = try await installation.found(self.id)
        let state =
            self.reveal
            ? try await installation.personalData().opened(found, for: Installation.operator, purpose: "case_show")
            : found
        let events = self.json ? [] : try await CaseHistory(log: installation.log).events(of: state.id)
        let catalog = installation.definitions.catalog()
        let erasures = self.json ? [] : try await ErasureStore(pool: installation.pool).erasures(of: state.id)
        await installation.close()
        guard !self.json else { return try Terminal.json(state) }
        let sheet = CaseSheet(state, catalog)
        sheet.printState()
        for notice in erasures.compactMap(\.notice) { Terminal.print(notice) }
        sheet.printTimeline(events, clocks: self.clocks)
        sheet.printActions()
    }
}
