extension Decider {
    /// Moves the clocks whose target or ladder changed because a severity, an office or a date did.
    func retarget(
        after before: CaseState, at instant: Instant, in decision: inout Decision, by actor: Actor?
    ) throws(Rejection) {
        guard let state = decision.state else { return }
        let workflow = try self.workflow(of: state)
        guard let standing = workflow.state(StateName(state.state)), standing.isOpen else { return }
        let profile = self.profile(of: state, in: workflow)
        let isMoved = before.severity != state.severity || before.office != state.office
        if let target = workflow.totalTarget(under: profile), isMoved || self.isChanged(target, before, state) {
            if state.clocks[.total] == nil {
                try self.startTotal(at: instant, in: &decision, by: actor)
            } else {
                let ladder = workflow.totalLadder(under: profile)?.name
                try self.move(.total, to: target, ladder: ladder, .retargeted, at: instant, in: &decision, by: actor)
            }
        }
        guard before.state == state.state, let target = workflow.target(of: standing, under: profile),
            isMoved || self.isChanged(target, before, state)
        else { return }
        if state.clocks[.state] == nil {
            try self.enter(at: instant, in: &decision, by: actor)
        } else {
            let ladder = workflow.ladder(of: standing, under: profile)?.name
            try self.move(.state, to: target, ladder: ladder, .retargeted, at: instant, in: &decision, by: actor)
        }
    }

    /// Whether the field that a target names changed.
    private func isChanged(_ target: ClockTarget, _ before: CaseState, _ after: CaseState) -> Bool {
        guard case .field(let name) = target else { return false }
        return before.fields[name.rawValue] != after.fields[name.rawValue]
    }

    /// Computes every running clock of a case anew on the calendars now in force.
    func recompute(in decision: inout Decision) throws(Rejection) {
        for name in ClockName.allCases {
            guard let state = decision.state, let clock = state.clocks[name], let span = TimeSpan(clock.target) else {
                continue
            }
            let calendar = try self.calendar(of: state, in: try self.workflow(of: state))
            guard calendar.reference != clock.calendar else { continue }
            try self.move(
                name, to: .span(span), ladder: clock.ladder, .recomputed, at: decision.instant, in: &decision,
                by: nil)
        }
    }

    /// The percentages at which a clock reminds where the case stands.
    func reminders(of name: ClockName, on state: CaseState) throws(Rejection) -> [Percent] {
        let workflow = try self.workflow(of: state)
        return name == .total ? workflow.total?.remind ?? [] : workflow.state(StateName(state.state))?.remind ?? []
    }
}
