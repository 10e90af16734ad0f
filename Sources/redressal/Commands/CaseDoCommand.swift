import ArgumentParser
import Foundation
import Redressal
import RedressalRuntime

/// Does an action on a case.
struct CaseDoCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "do", abstract: "Do an action on a case.",
        discussion: """
            Example, after the one of `redressal case open --help`:

              redressal case do SJMX-2B9B-JTMK acknowledge --as u-205 --role intake
            """)

    @OptionGroup var options: CommonOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var fields: FieldOptions
    @OptionGroup var key: KeyOptions

    @Argument(help: "The case's id or tracking number.")
    var id: String

    @Argument(help: "The action, as the workflow names it.")
    var action: String

    @Option(help: "Refuse unless the case is at this event number.")
    var expected: Int?

    @Option(help: "How it came in.")
    var channel = "cli"

    @Flag(help: "Print the outcome as one JSON object.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let state = try await installation.found(self.id)
        let catalog = installation.definitions.catalog()
        guard let workflow = catalog.workflow(state.workflow) else {
            throw CommandFailure(.unreachable, "expected workflow \(state.workflow.name) to be published but it is not")
        }
        let now = installation.clock.now()
        let asked = TakeAction(action: self.action, fields: try self.fields.fields(of: workflow))
        let id = CommandSender.commandID(key: self.key.key)
        let request = try await installation.views.naming(targetsOf: asked, sentAs: id, on: state.id, catalog)
        let command = Command(
            id: id, case: state.id,
            actor: try self.actor.actor(catalog, for: state.office, at: now), channel: self.channel, occurred: now,
            expected: self.expected,
            request: .act(request))
        try await CommandSender(installation: installation, json: self.json, key: self.key.key).send(
            CommandDraft(command), at: state.office)
        await installation.close()
    }
}

extension Installation {
    /// A case by id or tracking number, however that is typed.
    ///
    /// - Throws: ``CommandFailure`` when there is none.
    func found(_ idOrReference: String) async throws -> CaseState {
        guard let state = try await self.views.find(idOrReference) else {
            let hint =
                TrackingReference.isValid(idOrReference) || idOrReference.count > 20
                ? "" : ": the tracking number is not well formed, a character may be wrong"
            throw CommandFailure(.refused, "expected an existing case but there is none with '\(idOrReference)'\(hint)")
        }
        return state
    }
}
