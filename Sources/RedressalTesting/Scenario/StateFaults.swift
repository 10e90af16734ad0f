import Redressal

/// What must hold of a case whatever its workflow, in sentences about what does not; empty when all is well.
package enum StateFaults {
    /// What must hold of every single event.
    package static func of(_ event: CaseEvent, before: CaseState?, after: CaseState) -> [String] {
        self.numbering(before, after) + self.levels(before, event)
    }

    /// What must hold of a state in which a decision leaves a case.
    package static func of(_ state: CaseState) -> [String] { self.timers(state) + self.ends(state) }

    private static func numbering(_ before: CaseState?, _ after: CaseState) -> [String] {
        after.seq == (before?.seq ?? 0) + 1 ? [] : ["expected number \((before?.seq ?? 0) + 1) but it is \(after.seq)"]
    }

    private static func timers(_ state: CaseState) -> [String] {
        var faults: [String] = []
        if Set(state.timers.map(\.id)).count != state.timers.count { faults.append("a timer stands twice") }
        for timer in state.timers {
            guard let clock = state.clocks[timer.id.clock] else {
                faults.append("\(timer.id) stands but its clock has stopped")
                continue
            }
            if timer.generation > state.generation { faults.append("\(timer.id) is of a generation to come") }
            switch timer.id.kind {
            case .pauseCap where clock.pause == nil: faults.append("\(timer.id) stands but nothing is paused")
            case .breach where clock.breached: faults.append("\(timer.id) stands but the clock has run out")
            case .breach where timer.due != clock.due: faults.append("\(timer.id) is not due with its clock")
            case .escalation where !clock.breached: faults.append("\(timer.id) stands before the deadline")
            case .reminder where timer.due >= clock.due: faults.append("\(timer.id) is due after its clock")
            case .breach where clock.pause != nil, .reminder where clock.pause != nil:
                faults.append("\(timer.id) stands but its clock is paused")
            default: break
            }
        }
        for (name, clock) in state.clocks where !clock.breached && clock.pause == nil {
            let deadline = TimerID(clock: name, kind: .breach)
            if !state.timers.contains(where: { $0.id == deadline }) {
                faults.append("\(name) runs without \(deadline)")
            }
        }
        return faults
    }

    private static func levels(_ before: CaseState?, _ event: CaseEvent) -> [String] {
        guard case .escalationRaised(let facts) = event, let old = before?.clocks[facts.clock] else { return [] }
        var faults: [String] = []
        if facts.level <= old.level { faults.append("level \(facts.level) was raised after level \(old.level)") }
        if old.raisedTo.contains(facts.user) { faults.append("\(facts.user) was asked twice") }
        return faults
    }

    private static func ends(_ state: CaseState) -> [String] {
        state.closed != nil && (!state.clocks.isEmpty || !state.timers.isEmpty) ? ["a closed case has a clock"] : []
    }
}
