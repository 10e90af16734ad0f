import Redressal
import Testing

/// Runs commands through the decider and folds what it decides, as the engine would with one partition.
struct DemoRun: Sendable {
    private(set) var fold = PartitionFold()
    /// The events of every case, in order.
    private(set) var events: [CaseID: [CaseEvent]] = [:]
    /// The values of all events, as the log would hold them.
    private(set) var bytes: [[UInt8]] = []
    private(set) var commands = 0
    private(set) var rejections: [String] = []
    let catalog: DefinitionCatalog

    /// The whole demo under the shipped definitions, run once for all tests.
    static func shipped() throws -> DemoRun { try self.outcome.get() }

    private static let outcome = Result {
        try DemoRun(DemoScript.steps(), try ShippedDefinitions.set().register.catalog)
    }

    init(_ steps: [DemoStep], _ catalog: DefinitionCatalog) throws {
        self.catalog = catalog
        for step in steps { try self.run(step.draft.command) }
    }

    func state(_ id: CaseID) throws -> CaseState { try #require(self.fold.cases[id]) }

    private mutating func run(_ draft: Command) throws {
        self.commands += 1
        let command = self.sealed(draft)
        let context = DecisionContext(catalog: self.catalog, now: DemoScript.end.advanced(bySeconds: 86_400), epoch: 1)
        let decision: Decision
        do throws(Rejection) {
            decision = try Decider(context).decide(command, on: self.fold.cases[command.case])
        } catch {
            self.rejections.append("\(command.occurred) \(command.request): \(error)")
            return
        }
        for event in decision.written {
            self.events[event.record.case, default: []].append(event.record.event)
            self.bytes.append(event.bytes)
            let record = LogRecord(
                topic: .events, partition: 0, offset: Int64(self.bytes.count), key: event.record.case.text,
                headers: EventHeaders.make(for: event), value: event.bytes)
            guard case .applied = self.fold.fold(record) else {
                Issue.record("an event of \(event.record.case) is void")
                return
            }
        }
        for followUp in decision.followUps { try self.run(followUp) }
    }

    /// Personal fields as a gateway would seal them, except that the key is nobody's.
    private func sealed(_ command: Command) -> Command {
        let request: CommandRequest
        switch command.request {
        case .open(let open):
            let fields = self.sealed(open.fields, under: self.catalog.workflow(named: open.workflow))
            request = .open(
                OpenCase(
                    workflow: open.workflow, state: open.state, office: open.office, severity: open.severity,
                    fields: fields, parent: open.parent))
        case .act(let act):
            let workflow = self.fold.cases[command.case].flatMap { self.catalog.workflow($0.workflow) }
            request = .act(TakeAction(action: act.action, fields: self.sealed(act.fields, under: workflow)))
        default: return command
        }
        return Command(
            id: command.id, case: command.case, actor: command.actor, channel: command.channel,
            occurred: command.occurred, vouched: command.vouched, expected: command.expected, request: request)
    }

    private func sealed(_ fields: [String: FieldValue], under workflow: WorkflowDefinition?) -> [String: FieldValue] {
        var sealed = fields
        for name in fields.keys where workflow?.field(FieldName(name))?.isPersonal == true {
            sealed[name] = .sealed(SealedValue(subject: "u-0", box: "AAAA"))
        }
        return sealed
    }
}
