import Redressal

/// The form in which people file something themselves.
struct FilingForm: Sendable {
    private let counter: PublicRoutes.Counter
    private var fields: FieldForm
    private var fault: String?

    init(_ counter: PublicRoutes.Counter, _ catalog: DefinitionCatalog, _ speech: Speech, at now: Instant) {
        self.counter = counter
        let workflow = counter.workflow
        let uses = (workflow.portal?.ask ?? []).map { name in
            FieldUse(name: name, isRequired: workflow.field(name)?.isRequired ?? false)
        }
        self.fields = FieldForm(uses, of: workflow, FormPlace(counter.office.id, catalog, at: now), speech)
        // Whoever reads a page in a language probably writes it too.
        self.fields.fill(["language": .string(speech.language)])
    }

    /// What was filled in as a command; nil when something is missing or wrong, which the form then shows.
    mutating func read(_ body: FormBody, _ key: IdempotencyKey, at now: Instant) -> Command? {
        var values = self.fields.read(body)
        guard !self.fields.hasFaults, let party = Citizen.role(in: self.counter.workflow) else { return nil }
        let id = key.caseID(for: PublicRoutes.account)
        let account = Citizen.account(in: id)
        values[party.field.rawValue] = .string(account)
        let opening = OpenCase(
            workflow: self.counter.workflow.name, office: self.counter.office.id, severity: nil, fields: values)
        return Command(
            id: key.commandID(for: PublicRoutes.account, on: id), case: id,
            actor: Actor(user: account, role: party.role.rawValue),
            channel: "web", occurred: now, request: .open(opening))
    }

    mutating func blame(_ rejection: Rejection, _ speech: Speech) {
        let why = speech.rejection(rejection)
        if !self.fields.blame(rejection.field, why) { self.fault = why }
    }

    func values(key: String, _ speech: Speech) -> [String: any Sendable] {
        var values: [String: any Sendable] = [
            "workflow": self.counter.workflow.name, "workflowName": speech.workflow(self.counter.workflow),
            "office": self.counter.office.id, "officeName": self.counter.office.name, "key": key,
            "fields": self.fields.values(in: "file"), "hasFaults": self.fields.hasFaults,
            "takesFiles": self.fields.takesFiles, "unkept": self.fields.identifying.joined(separator: " "),
        ]
        if let fault { values["fault"] = fault }
        values["faults"] = self.fields.faultList(in: "file")
        return values
    }
}
