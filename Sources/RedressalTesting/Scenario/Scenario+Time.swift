import Redressal

extension Scenario {
    /// Moves the clock; every timer that comes due on the way fires right after its instant.
    ///
    /// - Parameter text: ISO 8601 with a zone.
    @discardableResult
    package func at(_ text: String) throws -> Scenario {
        guard let instant = Instant(text) else { throw ScenarioFailure("expected an instant but found '\(text)'") }
        return try self.at(instant)
    }

    @discardableResult
    package func at(_ instant: Instant) throws -> Scenario {
        while let (id, timer) = self.earliest(), timer.due < instant {
            self.isDown(until: timer.due.advanced(byMilliseconds: 1))
            try self.fire(timer.id, of: id, generation: timer.generation)
        }
        self.isDown(until: instant)
        return self
    }

    /// Moves the clock while nothing runs, then fires what came due meanwhile, as after downtime.
    @discardableResult
    package func afterDowntime(until text: String) throws -> Scenario {
        guard let instant = Instant(text) else { throw ScenarioFailure("expected an instant but found '\(text)'") }
        self.isDown(until: instant)
        while let (id, timer) = self.earliest(), timer.due < self.now {
            try self.fire(timer.id, of: id, generation: timer.generation)
        }
        return self
    }

    /// Fires one timer of a case, standing or not.
    @discardableResult
    package func fire(_ timer: TimerID, of id: CaseID = .one, generation: Int) throws -> [CaseEvent] {
        let before = self.state(of: id)
        let facts = try self.send(
            Command(
                id: self.nextCommand(), case: id, actor: .system, channel: "system", occurred: self.now,
                request: .fireTimer(FireTimer(timer: timer, generation: generation))))
        guard self.state(of: id) != before else { throw ScenarioFailure("expected \(timer) to do something") }
        return facts
    }

    /// The earliest timer of all cases that run by the wall clock.
    package func earliest() -> (CaseID, ArmedTimer)? {
        self.cases.filter { !$0.historical }
            .flatMap { state in state.timers.map { (state.id, $0) } }
            .min { ($0.1.due, $0.0, $0.1.id) < ($1.1.due, $1.0, $1.1.id) }
    }
}
