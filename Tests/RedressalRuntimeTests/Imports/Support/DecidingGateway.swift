import Redressal

/// A gateway with the engine's own decisions behind it, and neither a log nor keys.
actor DecidingGateway: CommandGateway {
    private(set) var states: [CaseID: CaseState] = [:]
    private(set) var submissions: [Int] = []
    private var outcomes: [CommandID: Outcome] = [:]
    private let catalog: DefinitionCatalog
    private let decider: Decider
    private let observe: @Sendable ([EventRecord]) -> Void

    /// - Parameter observe: Called with the events of every command.
    init(_ catalog: DefinitionCatalog, observe: @escaping @Sendable ([EventRecord]) -> Void = { _ in }) {
        self.catalog = catalog
        self.observe = observe
        let now = Instant(seconds: 1_800_000_000)
        self.decider = Decider(DecisionContext(catalog: catalog, now: now, epoch: 1))
    }

    func submit(_ drafts: [CommandDraft]) async throws(GatewayError) -> [Outcome] {
        self.submissions.append(drafts.count)
        return drafts.map(self.outcome)
    }

    private func outcome(of draft: CommandDraft) -> Outcome {
        let command = self.sealed(draft)
        if let first = self.outcomes[command.id] {
            return Outcome(
                command: first.command, case: first.case, status: first.status, rejection: first.rejection,
                seq: first.seq,
                events: first.events, repeated: true,
                request: first.request)
        }
        let outcome: Outcome
        do throws(Rejection) {
            let decision = try self.decider.decide(command, on: self.states[command.case])
            self.states[command.case] = decision.state
            self.observe(decision.written.map(\.record))
            outcome = Outcome(
                command: command.id, case: command.case, status: .accepted, seq: decision.state?.seq ?? 0,
                events: decision.written.count, request: command.requestDigest())
        } catch {
            outcome = Outcome(
                command: command.id, case: command.case, status: .rejected, rejection: error,
                seq: self.states[command.case]?.seq ?? 0, events: 0, request: command.requestDigest())
        }
        self.outcomes[command.id] = outcome
        return outcome
    }

    private func sealed(_ draft: CommandDraft) -> Command {
        let command = draft.command
        let subject = draft.subject ?? command.case.text
        let request: CommandRequest
        switch command.request {
        case .open(let open):
            request = .open(
                OpenCase(
                    workflow: open.workflow, state: open.state, office: open.office, severity: open.severity,
                    fields: self.sealed(open.fields, of: open.workflow, subject)))
        case .act(let act):
            let workflow = self.states[command.case]?.workflow.name ?? ""
            request = .act(TakeAction(action: act.action, fields: self.sealed(act.fields, of: workflow, subject)))
        default: request = command.request
        }
        return Command(
            id: command.id, case: command.case, actor: command.actor, channel: command.channel,
            occurred: command.occurred,
            vouched: command.vouched, request: request)
    }

    private func sealed(
        _ fields: [String: FieldValue], of workflow: String, _ subject: String
    ) -> [String: FieldValue] {
        let definition = self.catalog.workflow(named: workflow)
        return Dictionary(
            uniqueKeysWithValues: fields.map { name, value in
                let isPersonal = definition?.field(FieldName(name))?.isPersonal == true
                return (name, isPersonal ? .sealed(SealedValue(subject: subject, box: "")) : value)
            })
    }
}
