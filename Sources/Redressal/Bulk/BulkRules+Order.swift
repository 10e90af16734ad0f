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
        if let holiday = order.holiday { return try self.check(holiday, order) }
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
        try self.checkFields(order.inputs.keys.sorted(), of: workflow)
        // Of several actions of one name it is enough that one can be done with what is given.
        let missing = actions.compactMap { action in
            action.fields.first { $0.isRequired && order.inputs[$0.name.rawValue] == nil }?.name
        }
        guard missing.count == actions.count else { return }
        // Free text is never given for many cases.
        let field = missing.first { workflow.field($0)?.type.isFreeText == false } ?? missing[0]
        throw Rejection(.missingField, "expected '\(field)' but it is missing", field: field.rawValue)
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

    /// A day off is announced for all offices of its calendar, so that nothing else can be said of its cases.
    private func check(_ announced: AnnouncedHoliday, _ order: BulkOrder) throws(Rejection) {
        var plain = BulkOrder(reason: order.reason)
        plain.holiday = announced
        guard order == plain else {
            throw Rejection(.wrongType, "expected a holiday and a reason alone but found more", field: "holiday")
        }
        guard announced.isNamed else {
            throw Rejection(
                .wrongType,
                "expected a name of 1 to \(AnnouncedHoliday.longestName) characters in one line in 'holiday'",
                field: "holiday")
        }
        guard let calendar = self.catalog.calendar(announced.calendar) else {
            throw Rejection(
                .wrongType, "expected a published calendar in 'holiday' but found another", field: "holiday")
        }
        guard (try? calendar.adding(announced.holiday)) != nil else {
            throw Rejection(
                .wrongType, "expected a day that is not this holiday of \(announced.calendar) already", field: "holiday"
            )
        }
    }
}
