extension BulkRules {
    /// - Throws: ``Rejection`` for names that are unknown, or for inputs that cannot be the same for many cases.
    func checkOrder(_ order: BulkOrder) throws(Rejection) {
        if let office = order.office, self.catalog.org.office(office) == nil {
            throw Rejection(.unknownOffice, "expected a known office but found another", field: "office")
        }
        guard order.reason.count <= BulkOrder.longestReason else {
            throw Rejection(
                .tooLong, "expected at most \(BulkOrder.longestReason) characters in 'reason'", field: "reason")
        }
        guard let name = order.workflow else {
            guard order.action == nil else {
                throw Rejection(
                    .missingField, "expected a workflow beside the action but found none", field: "workflow")
            }
            return
        }
        guard let workflow = self.catalog.workflow(named: name) else {
            throw Rejection(.unknownWorkflow, "expected a published workflow but found another", field: "workflow")
        }
        if let state = order.state, workflow.state(StateName(state)) == nil {
            throw Rejection(.unknownState, "expected a state of \(name) but found another", field: "state")
        }
        try self.checkFields(order.fields.keys.sorted(), of: workflow)
        guard let action = order.action else { return }
        let actions = workflow.actions(named: ActionName(action)).filter { !$0.timer }
        guard !actions.isEmpty else {
            throw Rejection(.unknownAction, "expected an action of \(name) but found another", field: "action")
        }
        let uses = actions.flatMap(\.fields)
        try self.checkFields(order.inputs.keys.sorted(), of: workflow)
        for use in uses where use.isRequired && order.inputs[use.name.rawValue] == nil {
            throw Rejection(.missingField, "expected '\(use.name)' but it is missing", field: use.name.rawValue)
        }
    }

    private func checkFields(_ names: [String], of workflow: WorkflowDefinition) throws(Rejection) {
        for name in names {
            guard let field = workflow.field(FieldName(name)) else {
                throw Rejection(.unknownField, "expected fields of \(workflow.name) but found another", field: name)
            }
            guard !field.isPersonal, !field.type.isFreeText else {
                throw Rejection(
                    .wrongType, "expected nothing personal and no free text but found '\(name)'", field: name)
            }
        }
    }
}
