import ArgumentParser
import Redressal
import RedressalRuntime

/// Lists the access log.
struct AuditAccessCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: "List who came in, was turned away, or read personal data, the latest first.",
        discussion: """
            Everything that is in the log when it is asked is answered. The question is written to the access log too, under the \
            name of whoever runs the command on this machine.
            """)

    @OptionGroup var options: CommonOptions

    @Option(name: .customLong("case"), help: "Only about this case: its id or tracking number.")
    var id: String?

    @Option(help: "Only by this account; of refused sign-ins, those that named it.")
    var account: String?

    @Option(help: "Only from this instant on, such as 2026-04-10T02:30:00Z.")
    var from: String?

    @Option(help: "Only before this instant.")
    var to: String?

    @Option(parsing: .unconditional, help: "The most to list, 1 to 10000.")
    var limit = 100

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        _ = try Self.instant(self.from, "--from")
        _ = try Self.instant(self.to, "--to")
        guard (1...10_000).contains(self.limit) else {
            throw ValidationError("expected between 1 and 10000 in --limit but found \(self.limit)")
        }
    }

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        var question = AccessQuestion(
            account: self.account, from: try Self.instant(self.from, "--from"), to: try Self.instant(self.to, "--to"))
        if let id { question.case = try await installation.views.find(id)?.id ?? CaseID(id) }
        try await installation.record(.accessLogRead(AccessLogRead(question)))
        try await installation.accessProjector.catchUp()
        let page = try await installation.accessEntries.entries(question, after: nil, limit: self.limit)
        await installation.close()
        if self.json { return try Terminal.json(["entries": page.entries]) }
        Terminal.table(
            ["when", "who", "post", "what", "case", "about"],
            page.entries.map { entry in
                [
                    "\(entry.at)", entry.reader?.account ?? "–", entry.post ?? "–", entry.fact.kind.rawValue,
                    entry.fact.case?.text ?? "–", entry.fact.summary,
                ]
            })
        if page.next != nil { Terminal.error("there are more: name a time with --to, or a higher --limit") }
    }

    private static func instant(_ text: String?, _ option: String) throws -> Instant? {
        guard let text else { return nil }
        guard let instant = Instant(text) else {
            throw ValidationError(
                "expected an instant with a zone such as 2026-04-10T02:30:00Z in \(option) but found '\(text)'")
        }
        return instant
    }
}
