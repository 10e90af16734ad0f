import Redressal

/// The fields of a form: how they are asked for, and what is made of the answers.
struct FieldForm: Sendable {
    let workflow: WorkflowDefinition
    private(set) var inputs: [FieldInput]
    private let zone: CalendarZone?
    private let speech: Speech

    /// - Parameters:
    ///   - uses: Which fields, in the order to ask for them.
    ///   - place: What can be chosen where the case is.
    init(_ uses: [FieldUse], of workflow: WorkflowDefinition, _ place: FormPlace, _ speech: Speech) {
        self.workflow = workflow
        self.zone = place.zone
        self.speech = speech
        self.inputs = uses.compactMap { use in
            workflow.field(use.name).map { field in
                let field = field.asked(by: use)
                return FieldInput(
                    field: field, isRequired: use.isRequired, label: speech.field(field.name, of: workflow),
                    hint: speech.known("\(workflow.name).hints.\(field.name)")
                        ?? (FieldName.ofAttachments.contains(field.name) ? speech("form.file.hint") : nil),
                    options: place.options(for: field, in: workflow, speech))
            }
        }
    }

    /// Whether some of it is files, which browsers send in another form.
    var takesFiles: Bool { self.inputs.contains(where: \.takesFiles) }

    /// The names of the fields that say who somebody is or how to reach them, which no browser keeps.
    var identifying: [String] {
        self.inputs.map(\.field).filter { $0.isPersonal && !$0.type.isFreeText }.map { FieldInput.name($0.name) }
    }

    var hasFaults: Bool { self.inputs.contains { $0.fault != nil } }

    /// What must be put right, as the template `faults` lists it.
    ///
    /// - Parameter form: As for ``values(in:)``.
    func faultList(in form: String) -> [[String: any Sendable]] {
        self.inputs.compactMap { input in
            input.fault.map { ["target": "\(form)-\(input.field.name)", "label": input.label, "fault": $0] }
        }
    }

    func values(in form: String) -> [[String: any Sendable]] { self.inputs.map { $0.values(in: form) } }

    /// Shows what a case holds already.
    mutating func fill(_ fields: [String: FieldValue]) {
        for index in self.inputs.indices {
            self.inputs[index].typed = fields[self.inputs[index].field.name.rawValue].map { $0.typed(self.zone) } ?? []
        }
    }

    /// Takes what was typed, and notes what is wrong with it.
    ///
    /// - Returns: The values of what was filled in.
    mutating func read(_ body: FormBody) -> [String: FieldValue] {
        var fields: [String: FieldValue] = [:]
        for index in self.inputs.indices {
            let input = self.inputs[index]
            let typed = FieldTyping(input.field, self.zone)
            self.inputs[index].typed = typed.texts(in: body)
            if let fault = body.faults[FieldInput.name(input.field.name)] {
                self.inputs[index].fault = self.speech("form.file.\(fault.wordKey)")
            }
            guard !self.inputs[index].typed.isEmpty else {
                // What was asked and not ticked was answered.
                if input.isCheck { fields[input.field.name.rawValue] = .boolean(false) }
                if input.isRequired, self.inputs[index].fault == nil {
                    self.inputs[index].fault = self.speech("form.missing")
                }
                continue
            }
            guard let value = typed.value(self.inputs[index].typed) else {
                self.inputs[index].fault = self.speech("form.wrong.\(input.field.type.wordKey)")
                continue
            }
            if let longest = input.field.maxLength, (value.text?.count ?? 0) > longest {
                self.inputs[index].fault = self.speech("form.too_long", count: longest)
            }
            fields[input.field.name.rawValue] = value
        }
        return fields
    }

    /// Notes why a field was refused.
    ///
    /// - Returns: Whether the form asks for that field.
    mutating func blame(_ field: String?, _ fault: String) -> Bool {
        guard let index = self.inputs.firstIndex(where: { $0.field.name.rawValue == field }) else { return false }
        self.inputs[index].fault = fault
        return true
    }
}

extension AttachmentFault {
    /// The message that says what is wrong with a file, and what to do.
    fileprivate var wordKey: String {
        switch self {
        case .empty: "empty"
        case .unknownType, .markup: "unknown"
        case .heic: "heic"
        case .truncated, .damaged: "damaged"
        case .twoInOne: "two_in_one"
        }
    }
}

extension FieldType {
    /// The message that says what is expected of an answer.
    fileprivate var wordKey: String {
        switch self {
        case .integer, .decimal: "number"
        case .date: "day"
        case .instant: "moment"
        case .money: "money"
        default: "choice"
        }
    }
}
