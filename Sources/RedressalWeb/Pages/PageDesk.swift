import Hummingbird
import Redressal

/// What pages need to look and to act.
struct PageDesk: Sendable {
    let painter: PagePainter
    let gateway: any CommandGateway
    let views: any CaseViews
    /// Opens personal fields, and writes down for whom.
    let personal: any PersonalData
    /// Writes down what is refused because of who asks.
    let witness: AccessWitness
    let catalog: @Sendable () -> DefinitionCatalog
    let clock: any WallClock
    /// Where files of forms are kept; nil takes none.
    let attachments: AttachmentDoor?
    /// Finds cases by words; nil where nobody can.
    let search: (any CaseSearch)?
    /// Makes the keys under which forms are sent once.
    let ids: @Sendable () -> String
    /// How long to wait until what was just done can be seen.
    let patience: Duration

    /// A case that somebody may see.
    ///
    /// - Throws: ``Problem`` for one that is not there or out of sight.
    func find(_ idOrReference: String, for account: String, upTo seq: Int? = nil) async throws -> CaseState {
        // What they have just done themselves they shall see.
        if let seq { _ = try await self.views.wait(for: idOrReference, seq: seq, patience: self.patience) }
        guard let state = try await self.views.find(idOrReference),
            Sight(of: account, self.catalog(), at: self.clock.now()).sees(state)
        else { throw Problem.noSuchCase }
        return state
    }

    /// A case with the personal fields open that somebody may read; that they read them is written down first.
    func opened(_ state: CaseState, for reader: Reader, purpose: String) async throws -> CaseState {
        do {
            return try await self.personal.opened(state, for: reader, purpose: purpose)
        } catch is PersonalDataRefusal {
            // They may see where the case stands, and not what people said.
            return state
        }
    }

    /// Hands a command in.
    ///
    /// - Throws: ``Rejection``; ``GatewayError`` when there is no answer.
    func submit(_ command: Command, subject: String? = nil) async throws -> Outcome {
        guard let outcome = try await self.gateway.submit([CommandDraft(command, subject: subject)]).first else {
            throw GatewayError(.noAnswer, "expected an outcome for the command but found none")
        }
        if let rejection = outcome.rejection { throw rejection.quoting(command.request) }
        return outcome
    }
}
