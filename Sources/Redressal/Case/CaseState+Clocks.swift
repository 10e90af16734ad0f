extension CaseState {
    /// The clock whose ladder stands highest; of two at the same level the state's, so that every run answers the same.
    var highestEscalation: (ClockName, ClockState)? {
        ClockName.allCases.compactMap { name in self.clocks[name].map { (name, $0) } }
            .filter { $0.1.level > 0 }
            .max { $0.1.level < $1.1.level }
    }

    mutating func apply(_ facts: ClockStarted) {
        self.clocks[facts.clock] = ClockState(
            generation: facts.generation, target: facts.target, ladder: facts.ladder, calendar: facts.calendar,
            from: facts.from, due: facts.due, pause: nil, length: facts.length, paused: 0, pausedWorking: 0,
            breached: false, level: 0, raisedTo: [])
        self.disarm(facts.clock)
        self.arm(facts.timers, of: facts.clock, generation: facts.generation)
    }

    mutating func apply(_ facts: ClockPaused) {
        self.clocks[facts.clock]?.pause = ClockState.Pause(
            since: facts.at, remaining: facts.remaining, business: facts.business)
        self.clocks[facts.clock]?.generation = facts.generation
        self.disarm(facts.clock)
        self.arm(facts.timers, of: facts.clock, generation: facts.generation)
    }

    mutating func apply(_ facts: ClockResumed) {
        self.clocks[facts.clock]?.pause = nil
        self.clocks[facts.clock]?.paused += facts.paused
        self.clocks[facts.clock]?.pausedWorking += facts.pausedWorking
        self.clocks[facts.clock]?.due = facts.due
        self.clocks[facts.clock]?.calendar = facts.calendar
        self.clocks[facts.clock]?.generation = facts.generation
        self.disarm(facts.clock)
        self.arm(facts.timers, of: facts.clock, generation: facts.generation)
    }

    mutating func apply(_ facts: ClockMoved) {
        self.clocks[facts.clock]?.target = facts.target
        self.clocks[facts.clock]?.ladder = facts.ladder
        self.clocks[facts.clock]?.length = facts.length
        self.clocks[facts.clock]?.calendar = facts.calendar
        self.clocks[facts.clock]?.due = facts.due
        self.clocks[facts.clock]?.generation = facts.generation
        self.disarm(facts.clock)
        self.arm(facts.timers, of: facts.clock, generation: facts.generation)
    }

    mutating func apply(_ facts: ClockStopped) {
        self.clocks[facts.clock] = nil
        self.disarm(facts.clock)
    }

    mutating func apply(_ facts: DeadlineBreached) {
        self.clocks[facts.clock]?.breached = true
        self.clocks[facts.clock]?.generation = facts.generation
        self.disarm(facts.clock)
        self.arm(facts.timers, of: facts.clock, generation: facts.generation)
    }

    mutating func apply(_ facts: EscalationRaised) {
        self.clocks[facts.clock]?.level = facts.level
        self.clocks[facts.clock]?.raisedTo.append(facts.user)
        self.clocks[facts.clock]?.generation = facts.generation
        self.disarm(facts.clock) { $0.kind == .escalation }
        self.arm(facts.timers, of: facts.clock, generation: facts.generation)
    }

    mutating func apply(_ facts: EscalationAcknowledged) {
        self.clocks[facts.clock]?.generation = facts.generation
        self.disarm(facts.clock) { $0.kind == .escalation }
        self.arm(facts.timers, of: facts.clock, generation: facts.generation)
    }

    mutating func apply(_ facts: CaseOrphaned) {
        self.orphaned = true
        self.clocks[facts.clock]?.generation = facts.generation
        self.disarm(facts.clock) { $0.kind == .escalation }
        self.arm([], of: facts.clock, generation: facts.generation)
    }

    /// Adds timers, each in place of one with the same id.
    mutating func arm(_ facts: [TimerFact], of clock: ClockName, generation: Int) {
        self.generation = max(self.generation, generation)
        for fact in facts {
            let id = TimerID(clock: clock, kind: fact.kind, mark: fact.mark)
            self.remove(id)
            self.timers.append(ArmedTimer(id: id, generation: generation, due: fact.due))
        }
    }

    /// Takes away a clock's timers, or those of them that match.
    mutating func disarm(_ clock: ClockName, where matches: (TimerID) -> Bool = { _ in true }) {
        self.timers.removeAll { $0.id.clock == clock && matches($0.id) }
    }

    mutating func remove(_ timer: TimerID) {
        self.timers.removeAll { $0.id == timer }
    }
}
