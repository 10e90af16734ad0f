extension Decider {
    /// Begins a case, with its clocks.
    func open(_ request: OpenCase, in decision: inout Decision) throws(Rejection) {
        let command = decision.command
        guard decision.state == nil else {
            throw Rejection(.caseExists, "expected a new case but '\(command.case)' exists already")
        }
        guard command.historical || OversightRole(rawValue: command.actor.role) == nil else {
            throw Rejection(
                .notThisRole,
                "expected the role of somebody who files or handles cases but '\(command.actor.role)' writes nothing")
        }
        guard let workflow = self.context.catalog.workflow(named: request.workflow) else {
            let known = self.context.catalog.workflowNames.joined(separator: ", ")
            throw Rejection(
                .unknownWorkflow, "expected a published workflow (\(known)) but found '\(request.workflow)'")
        }
        try self.checkOffice(request.office, field: nil)
        try self.checkLane(of: request.office, for: workflow, field: nil)
        try self.checkSeverity(request.severity, in: workflow, field: "severity")
        let state = try self.initialState(request, of: workflow)
        let reference = TrackingReference.make(for: command.case)
        let fields = self.filledIn(request, of: workflow, by: command, reference: reference)
        try FieldCheck(workflow, isHistorical: command.historical).checkOpening(fields)
        try decision.open(
            CaseOpened(
                reference: reference, state: state.rawValue, office: request.office, severity: request.severity,
                fields: fields, assignee: nil, parent: request.parent, historical: command.historical),
            under: workflow.pin)
        try self.startTotal(at: decision.instant, in: &decision)
        try self.enter(at: decision.instant, in: &decision)
    }

    func checkOffice(_ office: String, field: String?) throws(Rejection) {
        let org = self.context.catalog.org
        guard org.office(office) != nil else {
            throw Rejection(
                .unknownOffice,
                "expected a known office but found '\(office)'" + Suggestion.text(office, org.officeIDs),
                field: field)
        }
    }

    /// - Parameter severity: Nil passes.
    func checkSeverity(_ severity: String?, in workflow: WorkflowDefinition, field: String) throws(Rejection) {
        guard let severity, !workflow.severities.isEmpty, !workflow.severities.contains(severity) else { return }
        throw Rejection(
            .wrongType,
            "expected a severity of \(workflow.severities.joined(separator: ", ")) but found '\(severity)'",
            field: field)
    }

    private func initialState(_ request: OpenCase, of workflow: WorkflowDefinition) throws(Rejection) -> StateName {
        guard let wanted = request.state else { return workflow.initialStates[0] }
        guard workflow.initialStates.contains(StateName(wanted)) else {
            let allowed = workflow.initialStates.map(\.rawValue).joined(separator: ", ")
            throw Rejection(.unknownState, "expected a case to open in one of \(allowed) but found '\(wanted)'")
        }
        return StateName(wanted)
    }

    /// The fields given, and those that the engine itself knows best.
    private func filledIn(
        _ request: OpenCase, of workflow: WorkflowDefinition, by command: Command, reference: String
    ) -> [String: FieldValue] {
        var fields = request.fields
        let known: [(String, String)] = [
            ("tracking_no", reference), ("channel", command.channel), ("office_id", request.office),
            ("occurred_at", command.occurred.description), ("recorded_at", self.context.now.description),
            ("severity", request.severity ?? ""),
        ]
        for (name, value) in known
        where !value.isEmpty && workflow.field(FieldName(name)) != nil {
            // The tracking number is nobody else's to say.
            if fields[name] == nil || name == "tracking_no" { fields[name] = .string(value) }
        }
        return fields
    }
}
