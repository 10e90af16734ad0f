import Redressal

/// An action as the case page offers it.
struct ActionForm: Sendable {
    let offer: Offer
    var fields: FieldForm
    /// What is wrong with the form as a whole.
    var fault: String?
    private let title: String

    /// - Parameter title: What the action is called here; nil calls it as the workflow does.
    init(
        _ offer: Offer, of workflow: WorkflowDefinition, _ place: FormPlace, _ speech: Speech, title: String? = nil
    ) {
        self.offer = offer
        self.fields = FieldForm(offer.action.fields, of: workflow, place, speech)
        self.title = title ?? speech.action(offer.action, of: workflow)
    }

    /// Shows why it was refused, at the field that it is about or else at the whole form.
    mutating func blame(_ rejection: Rejection, _ speech: Speech) {
        let why = speech.rejection(rejection)
        if !self.fields.blame(rejection.field, why) { self.fault = why }
    }

    var name: String { self.offer.action.name.rawValue }

    /// Whether it is shown open: something in it has to be put right.
    private var isOpen: Bool { self.fault != nil || self.fields.hasFaults }

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
        if let fault { values["fault"] = fault }
        values["faults"] = self.fields.faultList(in: self.name)
        return values
    }
}
