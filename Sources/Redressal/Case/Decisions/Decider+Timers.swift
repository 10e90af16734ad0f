extension Decider {
    /// The most timers one command may fire while it catches up with history; more means a definition that loops.
    private static let catchUpLimit = 10_000

    /// Fires a timer whose instant has passed, if it still stands.
    ///
    /// - Throws: ``Rejection`` `.timerGone` for one that was disarmed, moved or fired before: nothing is to be done.
    func fire(_ request: FireTimer, in decision: inout Decision) throws(Rejection) {
        guard decision.state?.historical == false else {
            throw Rejection(.notDue, "expected a case that runs by the wall clock but its history is still open")
        }
        guard let timer = decision.state?.timers.first(where: { $0.id == request.timer }),
            timer.generation == request.generation
        else {
            throw Rejection(
                .timerGone, "expected timer \(request.timer) of generation \(request.generation) but it is gone")
        }
        guard timer.due < self.context.now else {
            throw Rejection(.notDue, "expected timer \(request.timer) to be due but it is due at \(timer.due)")
        }
        try self.fire(timer, now: self.context.now, in: &decision)
    }

    /// Fires, in order and at their own instants, the timers that were due before an instant of the case's past.
    func catchUp(to instant: Instant, in decision: inout Decision) throws(Rejection) {
        for _ in 0..<Self.catchUpLimit {
            guard let timer = decision.state?.timers.min(by: { ($0.due, $0.id) < ($1.due, $1.id) }),
                timer.due < instant
            else { return }
            try self.fire(timer, now: timer.due, in: &decision)
        }
        throw Rejection(.malformed, "expected fewer than \(Self.catchUpLimit) timers in a case's past but found more")
    }

    /// - Parameter now: When it is noticed; its own instant while history is caught up with.
    private func fire(_ timer: ArmedTimer, now: Instant, in decision: inout Decision) throws(Rejection) {
        switch timer.id.kind {
        case .reminder:
            try decision.add(
                .reminderDue(ReminderDue(clock: timer.id.clock, percent: timer.id.mark ?? 0, due: timer.due)),
                occurred: now, actor: .system)
        case .breach: try self.runOut(timer, now: now, in: &decision)
        case .escalation: try self.climb(timer.id.clock, now: now, in: &decision)
        case .pauseCap: try self.endPauseAtCap(noticed: now, in: &decision)
        }
    }

    /// A clock ran out: the workflow's own answer to that if there is one, else a breach and the first step of the ladder.
    private func runOut(_ timer: ArmedTimer, now: Instant, in decision: inout Decision) throws(Rejection) {
        guard let state = decision.state, let clock = state.clocks[timer.id.clock] else { return }
        let workflow = try self.workflow(of: state)
        if timer.id.clock == .state, let lapse = self.lapse(on: state, in: workflow, at: now) {
            try self.take(lapse, fields: [:], at: now, by: .system, in: &decision)
            return
        }
        let ladder = clock.ladder.flatMap { workflow.chains[$0] }
        var timers: [TimerFact] = []
        if let first = ladder?.levels.first(where: { $0.level > clock.level }) {
            let calendar = try self.calendar(clock.calendar)
            let due = try self.due(from: timer.due, first.after, on: calendar)
            timers.append(TimerFact(.escalation, due: due, mark: first.level))
        }
        try decision.add(
            .deadlineBreached(
                DeadlineBreached(
                    clock: timer.id.clock, generation: state.generation + 1, due: timer.due, detected: now,
                    ladder: clock.ladder, timers: timers)),
            occurred: now, actor: .system)
        try self.climb(timer.id.clock, now: now, in: &decision)
    }

    /// The action the system takes when a state's time is up, if its guard holds.
    private func lapse(on state: CaseState, in workflow: WorkflowDefinition, at now: Instant) -> Action? {
        guard let action = workflow.timerAction(in: StateName(state.state)) else { return nil }
        return (try? self.allow(action, [:], on: state, in: workflow, by: .system, at: now)) == nil ? nil : action
    }
}

extension CommandRequest {
    /// Whether it only says that time has passed.
    var isTimer: Bool { if case .fireTimer = self { true } else { false } }
}
