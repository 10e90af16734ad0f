import ArgumentParser
import Redressal
import RedressalRuntime

/// Runs the auditors' saved checks.
struct AuditChecksCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "checks",
        abstract: "Run the auditors' saved checks over all cases, or list what one of them finds.",
        discussion: """
            Each check counts the cases in the read models that break its rule at this moment. Finding some is no failure of the \
            command: it ends with 0.
            """)

    @OptionGroup var options: CommonOptions

    @Argument(help: "Only this check, with what it finds.")
    var check: String?

    @Option(parsing: .unconditional, help: "The most findings to list, 1 to 10000.")
    var limit = 100

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard (1...AuditCheck.mostSuspects).contains(self.limit) else {
            throw ValidationError(
                "expected between 1 and \(AuditCheck.mostSuspects) in --limit but found \(self.limit)")
        }
        if let check, AuditCheck.named(check) == nil {
            let known = AuditCheck.all.map(\.id)
            throw ValidationError(
                "expected one of \(known.joined(separator: ", ")) but found \(check.quoted)\(Suggestion.text(check, known))"
            )
        }
    }

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let checks = self.check.map { id in AuditCheck.all.filter { $0.id == id } } ?? AuditCheck.all
        let results = try await installation.views.run(
            checks, in: .everything, installation.definitions.catalog(), at: installation.clock.now())
        await installation.close()
        if self.json {
            let listed = self.check == nil ? 0 : self.limit
            return try Terminal.json(["checks": results.map { CheckDocument($0, listing: listed) }])
        }
        guard self.check != nil, let result = results.first else { return Self.show(results) }
        Terminal.print("\(result.check.title): \(result.count) at \(result.at)\n\(result.check.words)")
        Terminal.table(
            ["case", "office", "account", "since", "until"],
            result.findings.prefix(self.limit).map {
                [$0.reference, $0.office, $0.account ?? "–", "\($0.since)", $0.until.map { "\($0)" } ?? "–"]
            })
    }

    private static func show(_ results: [AuditResult]) {
        Terminal.table(["check", "found", "about"], results.map { [$0.check.id, $0.count, $0.check.title] })
    }
}
