import Redressal

/// An action as the case page offers it.
struct ActionForm: Sendable {
    let offer: Offer
    var fields: FieldForm
    /// What is wrong with the form as a whole.
    var fault: String?
    let title: String
    /// What to think of before it is done; nil where the form says enough.
    private let question: String?

    /// - Parameters:
    ///   - held: What the case has already: of it is shown what the action cannot do without.
    ///   - unasked: A field of the action that the program fills in.
    ///   - title: What the action is called here; nil calls it as the workflow does.
    init(
        _ offer: Offer, of workflow: WorkflowDefinition, _ place: FormPlace, _ speech: Speech,
        holding held: [String: FieldValue] = [:], unasked: FieldName? = nil, title: String? = nil
    ) {
        let demanded = offer.action.demandedFields
        let uses = offer.action.fields.filter { $0.name != unasked }.map { use in
            FieldUse(
                name: use.name, isRequired: use.isRequired || demanded.contains(use.name), values: use.values)
        }
        self.offer = offer
        self.fields = FieldForm(uses, of: workflow, place, speech)
        self.fields.fill(held.filter { demanded.contains(FieldName($0.key)) })
        self.title = title ?? speech.action(offer.action, of: workflow)
        self.question = speech.known("\(workflow.name).asks.\(offer.action.name)")
    }

    /// Shows why it was refused, at the field that it is about or else at the whole form.
    mutating func blame(_ rejection: Rejection, _ speech: Speech) {
        let known = speech.known("\(self.fields.workflow.name).not_now.\(self.name)")
        let why = rejection.code == .guardFailed ? known ?? speech.rejection(rejection) : speech.rejection(rejection)
        if !self.fields.blame(rejection.field, why) { self.fault = why }
    }

    var name: String { self.offer.action.name.rawValue }

    /// Whether it is shown open though nothing in it has to be put right.
    var isNext = false

    var isOpen: Bool { self.isNext || self.fault != nil || self.fields.hasFaults }

    /// - Parameters:
    ///   - address: Where it is sent.
    ///   - key: Makes sending it twice harmless.
    func values(to address: String, key: String, _ speech: Speech) -> [String: any Sendable] {
        var values: [String: any Sendable] = [
            "name": self.name, "title": self.title, "address": "\(address)/actions/\(self.name)", "key": key,
            "role": speech.role(self.offer.actor.role), "fields": self.fields.values(in: self.name),
            "hasFields": !self.fields.inputs.isEmpty, "takesFiles": self.fields.takesFiles, "isOpen": self.isOpen,
            "hasFaults": self.fields.hasFaults,
        ]
        if let question { values["question"] = question }
        if let fault { values["fault"] = fault }
        values["faults"] = self.fields.faultList(in: self.name)
        return values
    }
}
