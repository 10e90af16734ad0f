import Redressal

/// The form in which a supervisor asks for one action on many cases.
struct BulkForm: Sendable {
    let workflow: WorkflowDefinition
    /// Nil computes deadlines anew.
    let action: Action?
    private let offices: [FormOption]
    private let speech: Speech
    /// What the cases hold: fields with a few values.
    private var filters: FieldForm
    private var inputs: FieldForm
    private var chosen: [String: String] = [:]
    private var fault: String?

    init(
        _ workflow: WorkflowDefinition, _ action: Action?, _ sight: Sight, _ catalog: DefinitionCatalog,
        _ speech: Speech, at now: Instant
    ) {
        let offices = sight.offices
        let place = FormPlace(offices.first ?? "", catalog, at: now)
        self.workflow = workflow
        self.action = action
        self.speech = speech
        self.offices = offices.map { FormOption(value: $0, label: catalog.org.office($0)?.name ?? $0) }
        let filters = workflow.fields.filter { $0.type == .code && !$0.isPersonal && !$0.values.isEmpty }
        self.filters = FieldForm(
            filters.map { FieldUse(name: $0.name, isRequired: false) }, of: workflow, place, speech)
        let actions = action.map { workflow.actions(named: $0.name) } ?? []
        var seen: Set<FieldName> = []
        let askable = actions.flatMap(\.fields).filter { use in
            guard let field = workflow.field(use.name), !field.isPersonal, !field.type.isFreeText else { return false }
            return seen.insert(use.name).inserted
        }
        self.inputs = FieldForm(askable, of: workflow, place, speech)
    }

    /// What was filled in as an order; nil when something is missing or wrong, which the form then shows.
    mutating func read(_ body: FormBody) -> BulkOrder? {
        for name in ["state", "office", "happened", "reason"] { self.chosen[name] = body.text(name) }
        var order = BulkOrder(
            workflow: self.workflow.name, action: self.action?.name.rawValue, reason: self.chosen["reason"] ?? "")
        order.state = self.chosen["state"]
        order.office = self.chosen["office"]
        order.happened = self.chosen["happened"]
        // The same field may say which cases are meant and be an input: each has a name of its own in the form.
        order.fields = self.filters.read(body.part("which"))
        order.inputs = self.inputs.read(body.part("what"))
        guard !order.reason.isEmpty else {
            self.fault = self.speech("bulk.reason_missing")
            return nil
        }
        return self.filters.hasFaults || self.inputs.hasFaults ? nil : order
    }

    mutating func blame(_ problem: Problem) {
        self.fault = self.speech.known("rejections.\(problem.code)") ?? problem.detail
    }

    func values(key: String) -> [String: any Sendable] {
        let states = self.states.map(\.rawValue)
        let events = Set(self.workflow.actions.map(\.emit)).sorted()
        var values: [String: any Sendable] = [
            "workflow": self.workflow.name, "workflowName": self.speech.workflow(self.workflow),
            "action": self.action?.name.rawValue ?? "",
            "actionName": self.action.map { self.speech.action($0, of: self.workflow) }
                ?? self.speech("bulk.recompute"),
            "key": key, "reason": self.chosen["reason"] ?? "", "longest": BulkOrder.longestReason,
            "states": states.map { FormOption(value: $0, label: self.speech.state($0, of: self.workflow)) }
                .map { $0.values(chosen: self.chosen["state"].map { [$0] } ?? []) },
            "offices": self.offices.map { $0.values(chosen: self.chosen["office"].map { [$0] } ?? []) },
            "events": events.map { FormOption(value: $0, label: self.speech.event($0, of: self.workflow)) }
                .map { $0.values(chosen: self.chosen["happened"].map { [$0] } ?? []) },
            "filters": Self.renamed(self.filters.values(in: "which"), "which"),
            "inputs": Self.renamed(self.inputs.values(in: "what"), "what"), "hasInputs": !self.inputs.inputs.isEmpty,
            "faults": self.filters.faultList(in: "which") + self.inputs.faultList(in: "what"),
            "hasFaults": self.filters.hasFaults || self.inputs.hasFaults,
        ]
        if let fault { values["fault"] = fault }
        return values
    }

    /// The states in which it is possible.
    private var states: [StateName] {
        guard let action else { return self.workflow.states.filter(\.isOpen).map(\.name) }
        // Several actions of one name may begin in the same state.
        let from = Set(self.workflow.actions(named: action.name).flatMap(\.from))
        return self.workflow.states.map(\.name).filter { from.contains($0) }
    }

    private static func renamed(_ fields: [[String: any Sendable]], _ part: String) -> [[String: any Sendable]] {
        fields.map { field in field.merging(["name": "\(part).\(field["name"] as? String ?? "")"]) { $1 } }
    }
}

extension FormBody {
    /// The fields of one part of a form whose names begin with the part's.
    fileprivate func part(_ part: String) -> FormBody {
        self.renamed { $0.hasPrefix("\(part).") ? String($0.dropFirst(part.count + 1)) : nil }
    }
}
