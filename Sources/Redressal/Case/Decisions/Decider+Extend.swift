extension Decider {
    /// Gives a clock more time.
    ///
    /// - Throws: ``Rejection`` `.noDeadline` for a clock that does not run or has run out, noticed or not.
    func extend(_ more: Extension, at instant: Instant, in decision: inout Decision, by actor: Actor?) throws(Rejection)
    {
        guard let state = decision.state, let clock = state.clocks[more.clock], clock.pause == nil, !clock.breached,
            instant <= clock.due
        else {
            throw Rejection(
                .noDeadline,
                "expected a running \(more.clock.rawValue) clock to extend but there is none before its deadline")
        }
        let calendar = try self.calendar(of: state, in: try self.workflow(of: state))
        let due = try self.later(more.amount, than: clock, at: instant, of: state, on: calendar)
        let business = self.countsWorkingTime(clock)
        let added = business ? calendar.workingMilliseconds(from: clock.due, to: due) : clock.due.milliseconds(to: due)
        let plan = TimerPlan(
            calendar: calendar, business: business, length: clock.length + added,
            remind: try self.reminders(of: more.clock, on: state))
        let goal = ClockGoal(target: clock.target, ladder: clock.ladder, due: due, plan: plan)
        try self.add(goal, more.clock, clock, .extended, at: instant, to: &decision, by: actor)
    }

    private func later(
        _ amount: Extension.Amount, than clock: ClockState, at instant: Instant, of state: CaseState,
        on calendar: BusinessCalendar
    ) throws(Rejection) -> Instant {
        let due: Instant
        var name: String?
        switch amount {
        case .by(let span): due = try self.due(from: clock.due, span, on: calendar)
        case .until(let field):
            guard let until = try self.due(.field(field), from: instant, of: state, on: calendar) else {
                throw Rejection(.missingField, "expected a date in '\(field)' but it is empty", field: field.rawValue)
            }
            due = until
            name = field.rawValue
        }
        guard due > clock.due else {
            throw Rejection(.noDeadline, "expected a later deadline than \(clock.due) but found \(due)", field: name)
        }
        return due
    }
}
