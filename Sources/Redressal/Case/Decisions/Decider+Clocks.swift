extension Decider {
    /// Starts the total clock, for a case that begins or begins again.
    func startTotal(at instant: Instant, in decision: inout Decision, by actor: Actor? = nil) throws(Rejection) {
        guard let state = decision.state else { return }
        let workflow = try self.workflow(of: state)
        guard workflow.state(StateName(state.state))?.isOpen == true else { return }
        let profile = self.profile(of: state, in: workflow)
        guard let target = workflow.totalTarget(under: profile) else { return }
        try self.start(
            .total, target, ladder: workflow.totalLadder(under: profile)?.name, remind: workflow.total?.remind ?? [],
            at: instant, in: &decision, by: actor)
    }

    /// What entering a state does to the clocks: its own starts; the total pauses, goes on or ends.
    func enter(at instant: Instant, in decision: inout Decision, by actor: Actor? = nil) throws(Rejection) {
        guard let state = decision.state else { return }
        let workflow = try self.workflow(of: state)
        guard let entered = workflow.state(StateName(state.state)) else { return }
        guard entered.isOpen else {
            try self.stop(.total, at: instant, in: &decision, by: actor)
            return
        }
        if entered.pauses {
            try self.pause(entered, at: instant, in: &decision, by: actor)
        } else {
            try self.resume(.left, at: instant, in: &decision, by: actor)
        }
        let profile = self.profile(of: state, in: workflow)
        guard let target = workflow.target(of: entered, under: profile) else { return }
        try self.start(
            .state, target, ladder: workflow.ladder(of: entered, under: profile)?.name, remind: entered.remind,
            at: instant, in: &decision, by: actor)
    }

    /// Stops a clock, and with it its timers and its ladder.
    func stop(_ name: ClockName, at instant: Instant, in decision: inout Decision, by actor: Actor?) throws(Rejection) {
        guard let clock = decision.state?.clocks[name] else { return }
        let breached = clock.breached || (clock.pause == nil && clock.due < instant)
        try decision.add(
            .clockStopped(ClockStopped(clock: name, at: instant, breached: breached, level: clock.level)),
            occurred: instant, actor: actor)
    }

    /// Starts one clock; a target in a field that is empty starts none.
    private func start(
        _ name: ClockName, _ target: ClockTarget, ladder: String?, remind: [Percent], at instant: Instant,
        in decision: inout Decision, by actor: Actor?
    ) throws(Rejection) {
        guard let state = decision.state else { return }
        let calendar = try self.calendar(of: state, in: try self.workflow(of: state))
        guard let due = try self.due(target, from: instant, of: state, on: calendar) else { return }
        let length =
            target.isBusiness
            ? calendar.workingMilliseconds(from: instant, to: due) : instant.milliseconds(to: due)
        let plan = TimerPlan(calendar: calendar, business: target.isBusiness, length: length, remind: remind)
        try decision.add(
            .clockStarted(
                ClockStarted(
                    clock: name, generation: state.generation + 1, target: target.description, ladder: ladder,
                    calendar: calendar.reference, from: instant, due: due, length: length,
                    timers: try plan.timers(from: instant, used: 0, due: due))),
            occurred: instant, actor: actor)
    }

    /// The instant a target means when its clock starts at an instant; nil while the field it names is empty.
    func due(
        _ target: ClockTarget, from instant: Instant, of state: CaseState, on calendar: BusinessCalendar
    ) throws(Rejection) -> Instant? {
        switch target {
        case .span(let span): return try self.due(from: instant, span, on: calendar)
        case .field(let name):
            guard let text = state.fields[name.rawValue]?.text, !text.isEmpty else { return nil }
            if let due = Instant(text) { return due }
            // A day without a time is kept until its last moment in the calendar's zone.
            guard let date = CivilDate(text), let midnight = TimeOfDay(hour: 24, minute: 0) else { return nil }
            return calendar.zone.instant(on: date, at: midnight)
        }
    }

    func due(from instant: Instant, _ span: TimeSpan, on calendar: BusinessCalendar) throws(Rejection) -> Instant {
        do throws(CalendarError) {
            return try calendar.due(from: instant, span)
        } catch {
            throw Rejection(.noDeadline, error.description)
        }
    }
}

extension ClockTarget {
    /// Whether it counts working time.
    var isBusiness: Bool {
        switch self {
        case .span(let span): span.unit.isBusiness
        case .field: false
        }
    }
}
