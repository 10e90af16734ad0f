extension Decider {
    /// How late a step may be noticed before it counts as missed.
    static let missedAfter: Int64 = 3_600_000

    /// Climbs a breached clock's ladder as far as time has gone.
    ///
    /// What happens to steps whose time passed unnoticed, as after downtime, is the ladder's `on_missed`.
    func climb(_ name: ClockName, now: Instant, in decision: inout Decision) throws(Rejection) {
        while let timer = self.escalation(of: name, in: decision), timer.due <= now {
            guard let state = decision.state, let clock = state.clocks[name] else { return }
            guard let ladder = try self.ladder(of: clock, on: state),
                case let dueSteps = try self.steps(of: ladder, from: timer, breach: clock.due, until: now, on: clock),
                let last = dueSteps.last
            else {
                // The version the case was moved to has no such step: without this the timer would stand for ever.
                try self.orphan(name, skipped: [], due: timer.due, now: now, in: &decision, by: .system)
                continue
            }
            switch ladder.onMissed {
            case .sequential:
                try self.raise(
                    ladder, from: dueSteps[0].level.level, passing: [], name, due: dueSteps[0].due, now: now,
                    in: &decision)
            case .collapse:
                let passed = dueSteps.dropLast().map { SkippedStep(missed: $0.level) }
                try self.raise(
                    ladder, from: last.level.level, passing: passed, name, due: last.due, now: now, in: &decision)
            case .skip:
                let missed = dueSteps.prefix { $0.due.advanced(byMilliseconds: Self.missedAfter) < now }
                let next = missed.count < dueSteps.count ? dueSteps[missed.count] : last
                guard missed.count < dueSteps.count || next.level.level < ladder.levels.last?.level ?? 0 else {
                    // The top was missed too: somebody has to be told, so the top is raised after all.
                    let passed = dueSteps.dropLast().map { SkippedStep(missed: $0.level) }
                    try self.raise(
                        ladder, from: last.level.level, passing: passed, name, due: last.due, now: now, in: &decision)
                    continue
                }
                let from = missed.count < dueSteps.count ? next.level.level : next.level.level + 1
                try self.raise(
                    ladder, from: from, passing: missed.map { SkippedStep(missed: $0.level) }, name, due: next.due,
                    now: now,
                    in: &decision)
            }
        }
    }

    /// Raises the next step by hand, breached or not.
    func raiseByHand(at instant: Instant, in decision: inout Decision, by actor: Actor) throws(Rejection) {
        guard let state = decision.state,
            let name = [ClockName.state, .total].first(where: { state.clocks[$0]?.ladder != nil }),
            let clock = state.clocks[name], let ladder = try self.ladder(of: clock, on: state)
        else {
            throw Rejection(
                .noDeadline, "expected a ladder to climb but \(decision.state?.state ?? "the state") has none")
        }
        guard let next = ladder.levels.first(where: { $0.level > clock.level }) else {
            throw Rejection(.noDeadline, "expected a level above \(clock.level) but ladder \(ladder.name) ends there")
        }
        try self.raise(
            ladder, from: next.level, passing: [], name, due: instant, now: instant, in: &decision, by: actor)
    }

    /// Notes that the holder of an escalation has taken it up: what follows comes by its own time.
    func acknowledge(at instant: Instant, in decision: inout Decision, by actor: Actor) throws(Rejection) {
        guard let state = decision.state,
            let (name, clock) = state.highestEscalation,
            let ladder = try self.ladder(of: clock, on: state)
        else { throw Rejection(.noDeadline, "expected a standing escalation but there is none") }
        try decision.add(
            .escalationAcknowledged(
                EscalationAcknowledged(
                    clock: name, generation: state.generation + 1, level: clock.level,
                    timers: try self.next(after: clock.level, of: ladder, clock, silence: nil))),
            occurred: instant, actor: actor)
    }

    /// The standing escalation timer of a clock.
    private func escalation(of name: ClockName, in decision: Decision) -> ArmedTimer? {
        decision.state?.timers.filter { $0.id.clock == name && $0.id.kind == .escalation }.min { $0.due < $1.due }
    }

    /// The ladder a clock climbs, as the case's version of the workflow has it.
    func ladder(of clock: ClockState, on state: CaseState) throws(Rejection) -> Ladder? {
        guard let name = clock.ladder else { return nil }
        return try self.workflow(of: state).chains[name]
    }

    /// The steps from the timer's on whose time has come, with their instants.
    private func steps(
        of ladder: Ladder, from timer: ArmedTimer, breach: Instant, until now: Instant, on clock: ClockState
    ) throws(Rejection) -> [(level: Ladder.Level, due: Instant)] {
        let calendar = try self.calendar(clock.calendar)
        var steps: [(level: Ladder.Level, due: Instant)] = []
        for level in ladder.levels where level.level >= timer.id.mark ?? 1 {
            let due = level.level == timer.id.mark ? timer.due : try self.due(from: breach, level.after, on: calendar)
            guard due <= now else { break }
            steps.append((level, due))
        }
        return steps
    }
}

extension SkippedStep {
    fileprivate init(missed level: Ladder.Level) {
        self.init(level: level.level, role: level.to, post: nil, reason: .missed)
    }
}
