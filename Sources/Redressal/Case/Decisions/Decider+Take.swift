extension Decider {
    /// Does an action that is allowed: the fact itself, then what it does to clocks, ladders and other cases.
    func take(
        _ action: Action, fields: [String: FieldValue], at instant: Instant, by actor: Actor,
        in decision: inout Decision
    ) throws(Rejection) {
        // A deadline counts as of its instant, noticed or not; so does the end of a pause.
        try self.endPauseAtCap(noticed: instant, in: &decision)
        guard let before = decision.state else { return }
        let workflow = try self.workflow(of: before)
        let target = try self.destination(of: action, from: before)
        let from = workflow.state(StateName(before.state))
        let to = workflow.state(target)
        let leaves = target.rawValue != before.state
        let merged = before.fields.merging(fields) { $1 }
        try decision.add(
            .actionTaken(
                ActionTaken(
                    action: action.name.rawValue, name: action.emit, from: before.state, to: target.rawValue,
                    fields: fields.filter { workflow.field(FieldName($0.key))?.passes != true },
                    assignee: self.assignee(action.effects.assign, merged, actor),
                    severity: action.effects.severity.flatMap { merged[$0.rawValue]?.text },
                    office: action.effects.office.flatMap { merged[$0.rawValue]?.text },
                    approves: action.approves.map(\.rawValue), reopened: from?.isOpen == false && to?.isOpen == true,
                    closed: leaves && to?.isOpen == false)),
            occurred: instant == decision.instant ? decision.command.occurred : instant, actor: actor)
        if leaves { try self.stop(.state, at: instant, in: &decision, by: actor) }
        if from?.isOpen == false, to?.isOpen == true { try self.startTotal(at: instant, in: &decision, by: actor) }
        if leaves { try self.enter(at: instant, in: &decision, by: actor) }
        // A date that an extension sets may be the clock's own target: compared with what stood before, not with itself.
        let extendsToDate = action.effects.extend?.amount.isDate == true
        if extendsToDate { try self.extend(of: action, at: instant, in: &decision, by: actor) }
        try self.retarget(after: before, at: instant, in: &decision, by: actor)
        if !extendsToDate { try self.extend(of: action, at: instant, in: &decision, by: actor) }
        try self.applyEffects(of: action, with: merged, at: instant, in: &decision, by: actor)
        if leaves { self.tellParent(in: &decision) }
    }

    private func destination(of action: Action, from state: CaseState) throws(Rejection) -> StateName {
        switch action.to {
        case .state(let name): return name
        case .same: return StateName(state.state)
        case .previous:
            guard let previous = state.previous else {
                throw Rejection(.unknownState, "expected a state before \(state.state) but there is none")
            }
            return StateName(previous)
        }
    }

    func assignee(_ rule: AssignRule?, _ fields: [String: FieldValue], _ actor: Actor) -> Assignee? {
        switch rule {
        case nil: return nil
        case .actor: return Assignee(user: actor.user, post: actor.post)
        case .nobody: return Assignee()
        case .field(let name):
            guard let text = fields[name.rawValue]?.text else { return nil }
            if self.context.catalog.org.post(text) != nil {
                return Assignee(user: self.context.catalog.org.holder(of: text, at: self.context.now), post: text)
            }
            return Assignee(user: text)
        }
    }

    private func extend(
        of action: Action, at instant: Instant, in decision: inout Decision, by actor: Actor
    ) throws(Rejection) {
        if let more = action.effects.extend { try self.extend(more, at: instant, in: &decision, by: actor) }
    }

    private func applyEffects(
        of action: Action, with fields: [String: FieldValue], at instant: Instant, in decision: inout Decision,
        by actor: Actor
    ) throws(Rejection) {
        if action.effects.escalate { try self.raiseByHand(at: instant, in: &decision, by: actor) }
        if action.effects.acknowledge { try self.acknowledge(at: instant, in: &decision, by: actor) }
        if let spawn = action.effects.spawn {
            try self.spawn(spawn, with: fields, at: instant, in: &decision, by: actor)
        }
        if let signal = action.effects.signal { self.signal(signal, in: &decision) }
    }
}
