extension Decider {
    /// Pauses the total clock while the case stands in a waiting state.
    ///
    /// A clock that ran out, or whose pauses have used up what is allowed, is not paused.
    func pause(_ entered: State, at instant: Instant, in decision: inout Decision, by actor: Actor?) throws(Rejection) {
        guard let state = decision.state, let clock = state.clocks[.total], clock.pause == nil, !clock.breached,
            instant <= clock.due
        else { return }
        let workflow = try self.workflow(of: state)
        let business = self.countsWorkingTime(clock)
        let calendar = try self.calendar(clock.calendar)
        let remaining =
            business
            ? calendar.workingMilliseconds(from: instant, to: clock.due) : instant.milliseconds(to: clock.due)
        var timers: [TimerFact] = []
        if let cap = entered.pauseCap {
            let onOffice = cap.unit.isBusiness ? try self.calendar(of: state, in: workflow) : calendar
            guard let end = try self.end(of: cap, used: clock, from: instant, on: onOffice) else { return }
            timers.append(TimerFact(.pauseCap, due: end))
        }
        try decision.add(
            .clockPaused(
                ClockPaused(
                    clock: .total, generation: state.generation + 1, reason: state.state, at: instant,
                    remaining: remaining, business: business, timers: timers)),
            occurred: instant, actor: actor)
    }

    /// When the pauses allowed are used up; nil when they are already.
    private func end(
        of cap: TimeSpan, used clock: ClockState, from instant: Instant, on calendar: BusinessCalendar
    ) throws(Rejection) -> Instant? {
        let whole = try self.due(from: instant, cap, on: calendar)
        let plan = TimerPlan(calendar: calendar, business: cap.unit.isBusiness, length: 0, remind: [])
        let length =
            cap.unit.isBusiness
            ? calendar.workingMilliseconds(from: instant, to: whole) : instant.milliseconds(to: whole)
        let left = length - (cap.unit.isBusiness ? clock.pausedWorking : clock.paused)
        guard left > 0 else { return nil }
        return clock.paused == 0 ? whole : try plan.move(instant, by: left)
    }

    /// Ends a pause that has lasted as long as it may, as of the instant when it had, however late that is noticed.
    func endPauseAtCap(noticed now: Instant, in decision: inout Decision) throws(Rejection) {
        guard let cap = decision.state?.timers.first(where: { $0.id.kind == .pauseCap }), cap.due <= now else { return }
        try self.resume(.cap, at: cap.due, noticed: now, in: &decision, by: .system)
    }

    /// Lets the paused total clock go on.
    func resume(
        _ reason: ClockResumed.Reason, at instant: Instant, noticed: Instant? = nil, in decision: inout Decision,
        by actor: Actor?
    ) throws(Rejection) {
        guard let state = decision.state, let clock = state.clocks[.total], let pause = clock.pause else { return }
        let workflow = try self.workflow(of: state)
        let calendar = try self.calendar(clock.calendar)
        let plan = TimerPlan(
            calendar: calendar, business: pause.business, length: clock.length, remind: workflow.total?.remind ?? [])
        let due = try plan.move(instant, by: pause.remaining)
        try decision.add(
            .clockResumed(
                ClockResumed(
                    clock: .total, generation: state.generation + 1, reason: reason, at: instant, due: due,
                    calendar: calendar.reference, paused: pause.since.milliseconds(to: instant),
                    pausedWorking: calendar.workingMilliseconds(from: pause.since, to: instant),
                    timers: try plan.timers(from: instant, used: clock.length - pause.remaining, due: due))),
            occurred: noticed ?? instant, actor: actor)
    }

    /// A calendar version that a clock was computed on.
    func calendar(_ reference: CalendarReference) throws(Rejection) -> BusinessCalendar {
        guard let calendar = self.context.catalog.calendar(reference) else {
            throw Rejection(.unknownOffice, "expected calendar \(reference) to be published but it is not")
        }
        return calendar
    }

    /// Whether a running clock counts working time.
    func countsWorkingTime(_ clock: ClockState) -> Bool { TimeSpan(clock.target)?.unit.isBusiness ?? false }
}
