extension Decider {
    /// Does an action that somebody asks for.
    func act(_ request: TakeAction, in decision: inout Decision) throws(Rejection) {
        guard let state = decision.state else { return }
        let workflow = try self.workflow(of: state)
        let action = try self.choose(request, on: state, in: workflow, by: decision.command)
        try FieldCheck(workflow, isHistorical: decision.command.historical).check(request.fields, of: action)
        try self.check(action.effects, request.fields, on: state, in: workflow, by: decision.command)
        try self.take(action, fields: request.fields, at: decision.instant, by: decision.command.actor, in: &decision)
    }

    /// - Throws: ``Rejection`` for a severity, office or person that does not exist, or a holder with a conflict of interest.
    private func check(
        _ effects: Action.Effects, _ fields: [String: FieldValue], on state: CaseState,
        in workflow: WorkflowDefinition, by command: Command
    ) throws(Rejection) {
        if let name = effects.severity?.rawValue {
            try self.checkSeverity(fields[name]?.text, in: workflow, field: name)
        }
        if let name = effects.office?.rawValue, let office = fields[name]?.text {
            try self.checkOffice(office, field: name)
            try self.checkLane(of: office, for: workflow, field: name)
        }
        try self.checkSignal(effects.signal, fields, on: state)
        let assignee = self.assignee(effects.assign, state.fields.merging(fields) { $1 }, command.actor)
        try self.checkIsKnown(assignee, field: effects.assign?.fieldName, isHistorical: command.historical)
        if let user = assignee?.user, state.isInConflict(user, org: self.context.catalog.org, at: self.context.now) {
            throw Rejection(
                .conflictOfInterest,
                "expected a holder without a conflict of interest but '\(user)' is, reports to or is related to the "
                    + "person complained about")
        }
    }

    /// The one action of the name asked for that the state, the role and the guards allow.
    ///
    /// - Throws: The first reason against an action that the role may do, or against the role.
    private func choose(
        _ request: TakeAction, on state: CaseState, in workflow: WorkflowDefinition, by command: Command
    ) throws(Rejection) -> Action {
        let name = ActionName(request.action)
        guard !workflow.actions(named: name).isEmpty else {
            let possible = workflow.actions(from: StateName(state.state)).map(\.name.rawValue)
            throw Rejection(
                .unknownAction,
                "expected an action of \(workflow.name) but found '\(request.action)'; possible in \(state.state): "
                    + Set(possible).sorted().joined(separator: ", ")
                    + Suggestion.text(request.action, workflow.actions.map(\.name.rawValue)))
        }
        let here = workflow.actions(named: name, from: StateName(state.state))
        guard !here.isEmpty else {
            let states = Set(workflow.actions(named: name).flatMap(\.from)).map(\.rawValue).sorted()
            throw Rejection(
                .notInThisState,
                "expected the case to be in \(states.joined(separator: " or ")) for '\(name)' but it is in \(state.state)"
            )
        }
        try self.checkStanding(of: command.actor, on: state, in: workflow, isHistorical: command.historical)
        var refusal: Rejection?
        for action in here {
            do throws(Rejection) {
                try self.allow(
                    action, request.fields, on: state, in: workflow, by: command.actor,
                    at: command.historical ? command.occurred : self.context.now)
                return action
            } catch {
                if refusal == nil || refusal?.code == .notThisRole { refusal = error }
            }
        }
        throw refusal ?? Rejection(.unknownAction, "expected an action but found none")
    }

    /// - Parameter now: The moment that guards go by: the engine's, or the past's own while a past is imported.
    /// - Throws: Why this actor may not do this action now.
    func allow(
        _ action: Action, _ fields: [String: FieldValue], on state: CaseState, in workflow: WorkflowDefinition,
        by actor: Actor, at now: Instant
    ) throws(Rejection) {
        guard action.by.contains(Role(actor.role)) else {
            let roles = action.by.map(\.rawValue).joined(separator: " or ")
            throw Rejection(.notThisRole, "expected the role \(roles) for '\(action.name)' but found '\(actor.role)'")
        }
        for other in action.notSamePersonAs where state.doers[other.rawValue] == actor.user {
            throw Rejection(
                .samePerson,
                "expected '\(action.name)' to be done by somebody else than '\(other)' but it is the same person")
        }
        guard let rule = action.guardRule else { return }
        let context = CaseGuardContext(
            case: state, fields: fields, actor: actor, action: action, workflow: workflow,
            org: self.context.catalog.org, now: now, zone: try? self.calendar(of: state, in: workflow).zone)
        let holds: Bool
        do throws(GuardFailure) {
            holds = try rule.expression.evaluate(in: context)
        } catch {
            throw Rejection(.guardFailed, error.description)
        }
        guard !holds else { return }
        let reasons = rule.expression.explain(in: context)
        throw Rejection(
            context.hasConflict && rule.source.contains("no_conflict") ? .conflictOfInterest : .guardFailed,
            reasons.isEmpty ? "expected \(rule.source) but it does not hold" : reasons.joined(separator: "; "))
    }
}
