import Redressal
import RedressalTesting
import Testing

/// A case of the shipped complaint workflow in the small administration, to ask who is told of what.
struct NoticeWorld {
    /// Friday, noon in Pakistan, outside quiet hours.
    static let noon = Instant(seconds: 1_775_804_400)

    var catalog: DefinitionCatalog
    var state: CaseState
    let pin: WorkflowPin

    /// - Parameters:
    ///   - fields: Beside language and a sealed contact.
    ///   - absences: Who is away.
    init(
        _ fields: [String: FieldValue] = [:], without missing: Set<String> = [], severity: String? = nil,
        assignee: Assignee? = nil, absences: [Absence] = [], people: [Person] = []
    ) throws {
        var catalog = try ShippedDefinitions.set().register.catalog
        catalog.add(
            Programme.district(
                absences: absences, people: [Person(id: "citizen")] + people, calendar: "kp-6day"))
        let workflow = catalog.workflow(named: "complaint")
        self.pin = workflow?.pin ?? WorkflowPin(name: "", version: 0, hash: "")
        var all: [String: FieldValue] = [
            "language": .string("ur"), "safe_contact": .sealed(SealedValue(subject: "citizen", box: "box")),
        ]
        all.merge(fields) { $1 }
        for name in missing { all[name] = nil }
        let opening = Self.record(
            1, self.pin, Actor(user: "citizen", role: "complainant"),
            .caseOpened(
                CaseOpened(
                    reference: "K7MQ-3RTW-9XHC", state: "received", office: "cell", severity: severity, fields: all,
                    assignee: assignee, parent: nil, historical: false)))
        self.catalog = catalog
        self.state = try #require(CaseState(opening: opening, hash: .none))
    }

    /// Whom the shipped rules tell of an event, with which text.
    func told(_ event: CaseEvent, by actor: Actor = .system) -> [String] {
        self.notices(event, by: actor).map { "\($0.recipient) \($0.template)" }
    }

    func notices(_ event: CaseEvent, by actor: Actor = .system, now: Instant = Self.noon) -> [Notice] {
        guard let rules = self.catalog.notifications.rules(of: "complaint") else { return [] }
        let parties = Set((self.catalog.workflow(self.pin)?.parties ?? [:]).keys.map(\.rawValue))
        let record = Self.record(2, self.pin, actor, event)
        return rules.notices(
            of: record, hash: EventHash(of: Array("\(event)".utf8)), state: self.state, parties: parties,
            org: self.catalog.org, now: now)
    }

    /// What becomes of a notice at an instant.
    func verdict(
        on recipient: MessageRecipient, isUrgent: Bool = false, at now: Instant = Self.noon
    ) -> Dispatch.Verdict {
        Dispatch(self.catalog, at: now).verdict(on: recipient, isUrgent: isUrgent, of: self.state)
    }

    private static func record(_ seq: Int, _ pin: WorkflowPin, _ actor: Actor, _ event: CaseEvent) -> EventRecord {
        EventRecord(
            case: CaseID("case"), seq: seq, prev: .none, epoch: 1, command: CommandID("c"), request: "",
            workflow: pin, actor: actor, channel: "api", occurred: Self.noon, recorded: Self.noon, event: event)
    }
}

extension CaseEvent {
    /// An action of the complaint workflow.
    static func taken(
        _ name: String, from: String = "triage", to: String = "triage", assignee: Assignee? = nil,
        reopened: Bool = false, closed: Bool = false
    ) -> CaseEvent {
        .actionTaken(
            ActionTaken(
                action: "act", name: name, from: from, to: to, fields: [:], assignee: assignee, reopened: reopened,
                closed: closed))
    }
}
