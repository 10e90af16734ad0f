import Redressal

/// The form in which an office writes down what somebody complains about.
struct OpeningForm: Sendable {
    private let workflow: WorkflowDefinition
    private let office: String
    private let officeName: String
    private let actor: Actor?
    private let zone: CalendarZone?
    private var fields: FieldForm
    private var channel = ConsoleRoutes.channels[0]
    private var occurred = ""
    private var occurredFault: String?
    private var fault: String?

    /// What the engine or triage fills in, and what nobody types at a counter.
    private static let unasked: Set<String> = [
        "tracking_no", "channel", "office_id", "occurred_at", "recorded_at", "assignee", "severity",
    ]

    init(
        _ workflow: WorkflowDefinition, _ office: String, _ visitor: Visitor, _ catalog: DefinitionCatalog,
        _ speech: Speech, at now: Instant
    ) {
        self.workflow = workflow
        self.office = office
        self.officeName = catalog.org.office(office)?.name ?? office
        self.actor = Self.role(of: visitor, in: workflow).flatMap {
            try? catalog.org.actor(
                visitor.identity.account, in: $0, for: office, parties: catalog.partyRoles, at: now)
        }
        let place = FormPlace(office, catalog, at: now)
        self.zone = place.zone
        // What later actions bring is not asked for now.
        let later = Set(workflow.actions.filter { $0.name != "correct_details" }.flatMap { $0.fields.map(\.name) })
        let uses = workflow.fields.filter { field in
            field.isRequired || (!later.contains(field.name) && !Self.unasked.contains(field.name.rawValue))
        }.filter { !Self.unasked.contains($0.name.rawValue) && !workflow.parties.values.contains($0.name) }
        self.fields = FieldForm(
            uses.map { FieldUse(name: $0.name, isRequired: $0.isRequired) }, of: workflow, place, speech)
    }

    /// Whether the case is somebody's own, who gets a receipt; what an office opens for itself is nobody's.
    var isForSomebody: Bool { Citizen.role(in: self.workflow) != nil }

    /// The role in which somebody opens cases: the first of the workflow's that they hold.
    static func role(of visitor: Visitor, in workflow: WorkflowDefinition) -> String? {
        workflow.roles.map(\.rawValue).first { visitor.roles.contains($0) }
    }

    /// What was filled in as a command; nil when something is missing or wrong, which the form then shows.
    mutating func read(_ body: FormBody, _ key: IdempotencyKey, by visitor: Visitor, at now: Instant) -> Command? {
        var values = self.fields.read(body)
        self.channel = body.text("channel").flatMap { ConsoleRoutes.channels.contains($0) ? $0 : nil } ?? self.channel
        self.occurred = body.text("occurred") ?? ""
        let occurred = self.occurred.isEmpty ? now : self.zone?.instant(typed: self.occurred)
        if occurred.map({ $0 > now }) ?? true { self.occurredFault = "form.wrong.past" }
        guard let occurred, self.occurredFault == nil, !self.fields.hasFaults, let actor else { return nil }
        let id = key.caseID(for: actor.user)
        // The receipt is for them: they follow and answer the case as those who file it themselves do.
        let citizen = Citizen.role(in: self.workflow).map { party in
            let account = Citizen.account(in: id)
            values[party.field.rawValue] = .string(account)
            return account
        }
        let opening = OpenCase(workflow: self.workflow.name, office: self.office, severity: nil, fields: values)
        let onBehalf = Actor(
            user: actor.user, role: actor.role, post: actor.post, office: actor.office, onBehalfOf: citizen)
        return Command(
            id: key.commandID(for: actor.user, on: id), case: id, actor: onBehalf,
            channel: self.isForSomebody ? self.channel : ConsoleRoutes.channel,
            occurred: occurred, request: .open(opening))
    }

    mutating func blame(_ rejection: Rejection, _ speech: Speech) {
        let why = speech.rejection(rejection)
        if !self.fields.blame(rejection.field, why) { self.fault = why }
    }

    func values(key: String, _ speech: Speech) -> [String: any Sendable] {
        var values: [String: any Sendable] = [
            "workflow": self.workflow.name, "workflowName": speech.workflow(self.workflow), "office": self.office,
            "officeName": self.officeName, "key": key, "fields": self.fields.values(in: "register"),
            "isForSomebody": self.isForSomebody,
            "channels": ConsoleRoutes.channels.map {
                FormOption(value: $0, label: speech("channels.\($0)")).values(chosen: [self.channel])
            },
            "occurred": self.occurred, "mayOpen": self.actor != nil, "hasFaults": self.fields.hasFaults,
            "takesFiles": self.fields.takesFiles,
        ]
        if let fault { values["fault"] = fault }
        if let occurredFault { values["occurredFault"] = speech(occurredFault) }
        values["faults"] = self.fields.faultList(in: "register")
        return values
    }
}
