import Redressal

/// An action as the case page offers it.
struct ActionForm: Sendable {
    let offer: Offer
    var fields: FieldForm
    /// What is wrong with the form as a whole.
    var fault: String?
    private let title: String

    init(_ offer: Offer, of workflow: WorkflowDefinition, _ place: FormPlace, _ speech: Speech) {
        self.offer = offer
        self.fields = FieldForm(offer.action.fields, of: workflow, place, speech)
        self.title = speech.action(offer.action, of: workflow)
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
            "hasFields": !self.fields.inputs.isEmpty, "isOpen": self.isOpen,
            "hasFaults": self.fields.hasFaults,
        ]
        if let fault { values["fault"] = fault }
        let faults = self.fields.faults
        if !faults.isEmpty {
            values["faults"] = faults.map {
                ["target": "\(self.name)-\($0.name)", "label": $0.label, "fault": $0.fault]
            }
        }
        return values
    }
}
