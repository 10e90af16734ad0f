import ArgumentParser
import Redressal
import RedressalRuntime

/// Finds cases by words.
struct CaseFindCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "Find open cases by words in them, the least time left first.",
        discussion: """
            Finds the cases that have all the words: in names, contacts and free text, which are sealed, and in every other \
            field; numbers and ids too. It does not matter which of several ways a letter or a digit is typed. The index is kept by \
            `redressal serve` and `redressal gateway`, a few seconds behind; without the key file (REDRESSAL_KEY_FILE) nothing is \
            found.
            """)

    @OptionGroup var options: CommonOptions

    @Argument(help: "The words; all of them have to be in a case.")
    var words: [String]

    @Option(help: "Only this office.")
    var office: String?

    @Flag(help: "Closed cases too.")
    var closed = false

    @Option(parsing: .unconditional, help: "The most to list, 1 to 500.")
    var limit = 50

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard (1...500).contains(self.limit) else {
            throw ValidationError("expected between 1 and 500 in --limit but found \(self.limit)")
        }
        do { _ = try self.query() } catch { throw ValidationError(error.description) }
    }

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        var filter = CaseFilter()
        filter.office = self.office
        filter.closed = self.closed
        let found = try await installation.search().find(self.query(), in: filter, limit: self.limit)
        if found.cases.isEmpty { try FilterNames(installation.definitions.catalog()).check(filter) }
        await installation.close()
        if self.json { return try Terminal.json(found) }
        CaseTable(installation.definitions.catalog(), now: installation.clock.now()).show(found.cases)
        if !found.complete { Terminal.print("There may be more: add a word, or name an office.") }
    }

    private func query() throws(SearchQuery.Refusal) -> SearchQuery {
        try SearchQuery(self.words.joined(separator: " "))
    }
}
