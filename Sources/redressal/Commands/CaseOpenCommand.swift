import ArgumentParser
import Foundation
import Redressal
import RedressalRuntime

/// Opens a case.
struct CaseOpenCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open a case.",
        discussion: """
            Example, for the demo programme:

              redressal case open complaint --office kp-abbottabad-cell --as u-281 \\
                --set language=en --set "summary=There is no water in our street" \\
                --idempotency-key letter-7

            Personal fields are sealed before anything is written.
            """)

    @OptionGroup var options: CommonOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var fields: FieldOptions
    @OptionGroup var key: KeyOptions

    @Argument(help: "The workflow, such as complaint.")
    var workflow: String

    @Option(help: "The office the case belongs to.")
    var office: String

    @Option(help: "The severity, such as standard, urgent or life_safety.")
    var severity: String?

    @Option(help: "How it came in, such as walk_in, phone or box.")
    var channel = "cli"

    @Option(help: "Whose key seals the personal fields: an opaque id, never a name or number.")
    var subject: String?

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let catalog = installation.definitions.catalog()
        guard let workflow = catalog.workflow(named: self.workflow) else {
            guard !catalog.workflowNames.isEmpty else {
                throw CommandFailure(
                    .unreachable, "expected published workflows but there are none: run `redressal workflow publish`")
            }
            let known = catalog.workflowNames.joined(separator: ", ")
            throw CommandFailure(.refused, "expected a published workflow (\(known)) but found '\(self.workflow)'")
        }
        let now = installation.clock.now()
        let command = CommandSender.commandID(key: self.key.key)
        let draft = CommandDraft(
            Command(
                id: command, case: CaseID(DerivedID.uuid("case", command.text)),
                actor: try self.actor.actor(catalog, for: self.office, at: now), channel: self.channel,
                occurred: now,
                request: .open(
                    OpenCase(
                        workflow: workflow.name, office: self.office, severity: self.severity,
                        fields: try self.fields.fields(of: workflow)))),
            subject: self.subject)
        try await CommandSender(installation: installation, json: self.json, key: self.key.key).send(
            draft, at: self.office)
        await installation.close()
    }
}
