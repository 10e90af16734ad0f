extension Decider {
    /// Computes a clock anew from its own start, on the calendar now in force.
    ///
    /// A breach that happened stays a breach, noticed or not. Time granted beyond a target stays granted as long as the
    /// target is the same. A paused clock goes on for the moment of the change, so that each entry of its ledger is of
    /// one kind.
    func move(
        _ name: ClockName, to target: ClockTarget, ladder: String?, _ reason: ClockMoved.Reason, at instant: Instant,
        in decision: inout Decision, by actor: Actor?
    ) throws(Rejection) {
        guard let state = decision.state, let clock = state.clocks[name], !clock.breached else { return }
        let workflow = try self.workflow(of: state)
        let calendar = try self.calendar(of: state, in: workflow)
        // A newer version of the same calendar is a matter for a recomputation alone.
        let keepsCalendar =
            reason == .recomputed ? calendar.reference == clock.calendar : calendar.id == clock.calendar.id
        let keepsTarget = TimeSpan(clock.target) != nil && target.description == clock.target && keepsCalendar
        guard !keepsTarget || ladder != clock.ladder else { return }
        guard clock.pause != nil else {
            guard instant <= clock.due else { return }
            let goal = try self.goal(target, ladder, keeps: keepsTarget, clock, of: name, on: state, calendar)
            if let goal { try self.add(goal, name, clock, reason, at: instant, to: &decision, by: actor) }
            return
        }
        try self.resume(.retargeted, at: instant, in: &decision, by: actor)
        if let resumed = decision.state?.clocks[name],
            let goal = try self.goal(target, ladder, keeps: keepsTarget, resumed, of: name, on: state, calendar)
        {
            try self.add(goal, name, resumed, reason, at: instant, to: &decision, by: actor)
        }
        guard let standing = workflow.state(StateName(state.state)), standing.pauses else { return }
        try self.pause(standing, at: instant, in: &decision, by: actor)
    }

    /// Where a clock's deadline lies under a target; nil when the field it names is empty or nothing changes.
    private func goal(
        _ target: ClockTarget, _ ladder: String?, keeps: Bool, _ clock: ClockState, of name: ClockName,
        on state: CaseState, _ calendar: BusinessCalendar
    ) throws(Rejection) -> ClockGoal? {
        let remind = try self.reminders(of: name, on: state)
        guard !keeps else {
            let plan = TimerPlan(
                calendar: try self.calendar(clock.calendar), business: target.isBusiness, length: clock.length,
                remind: remind)
            return ClockGoal(target: clock.target, ladder: ladder, due: clock.due, plan: plan)
        }
        guard let plain = try self.due(target, from: clock.from, of: state, on: calendar) else { return nil }
        let granted = target.description == clock.target ? try self.granted(target, clock, of: state) : 0
        let plan = TimerPlan(
            calendar: calendar, business: target.isBusiness,
            length: calendar.length(from: clock.from, to: plain, business: target.isBusiness) + granted, remind: remind)
        let pauses = target.isBusiness ? clock.pausedWorking : self.pausesMove(target) ? clock.paused : 0
        let due = pauses + granted == 0 ? plain : try plan.move(plain, by: pauses + granted)
        guard due != clock.due || target.description != clock.target || ladder != clock.ladder else { return nil }
        return ClockGoal(target: target.description, ladder: ladder, due: due, plan: plan)
    }

    /// How much time a clock was given beyond its target's own length, in the kind of time it counts.
    private func granted(_ target: ClockTarget, _ clock: ClockState, of state: CaseState) throws(Rejection) -> Int64 {
        guard case .span = target else { return 0 }
        let calendar = try self.calendar(clock.calendar)
        guard let plain = try self.due(target, from: clock.from, of: state, on: calendar) else { return 0 }
        return max(0, clock.length - calendar.length(from: clock.from, to: plain, business: target.isBusiness))
    }

    /// Whether pauses move a deadline; one that the case holds as a date stays that date.
    private func pausesMove(_ target: ClockTarget) -> Bool { if case .span = target { true } else { false } }

    /// Adds the fact that a running clock has another goal.
    func add(
        _ goal: ClockGoal, _ name: ClockName, _ clock: ClockState, _ reason: ClockMoved.Reason, at instant: Instant,
        to decision: inout Decision, by actor: Actor?
    ) throws(Rejection) {
        let plan = goal.plan
        let used =
            plan.calendar.length(from: clock.from, to: instant, business: plan.business)
            - (plan.business ? clock.pausedWorking : clock.paused)
        try decision.add(
            .clockMoved(
                ClockMoved(
                    clock: name, generation: (decision.state?.generation ?? 0) + 1, reason: reason, target: goal.target,
                    ladder: goal.ladder, calendar: plan.calendar.reference, at: instant, old: clock.due, due: goal.due,
                    length: plan.length, timers: try plan.timers(from: instant, used: used, due: goal.due))),
            occurred: instant, actor: actor)
    }
}

extension BusinessCalendar {
    /// The milliseconds between two instants: of working time, or by the wall clock.
    func length(from start: Instant, to end: Instant, business: Bool) -> Int64 {
        business ? self.workingMilliseconds(from: start, to: end) : start.milliseconds(to: end)
    }
}
