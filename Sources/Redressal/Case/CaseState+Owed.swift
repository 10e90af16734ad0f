extension CaseState {
    /// The actions that are owed where the case stands, in the order of the workflow.
    ///
    /// That so much time is used up shows by the clock's reminder, which is no more to come. A clock that stands still asks for nothing.
    /// - Parameters:
    ///   - workflow: The version that the case goes by.
    ///   - events: What happened in the case, in order: what was done before a clock began anew is owed again.
    package func owed(_ workflow: WorkflowDefinition, after events: [CaseEvent]) -> [Action] {
        guard self.closed == nil else { return [] }
        return workflow.actions.filter { action in
            guard let owed = action.owed, action.from.contains(StateName(self.state)),
                !events.has(action.emit, sinceStartOf: owed.clock), let clock = self.clocks[owed.clock],
                clock.pause == nil
            else { return false }
            let reminder = TimerID(clock: owed.clock, kind: .reminder, mark: owed.after.value)
            return !self.timers.contains { $0.id == reminder }
        }
    }
}

extension [CaseEvent] {
    /// Whether something was done since a clock last began.
    fileprivate func has(_ name: String, sinceStartOf clock: ClockName) -> Bool {
        for event in self.reversed() {
            switch event {
            case .actionTaken(let facts) where facts.name == name: return true
            case .clockStarted(let facts) where facts.clock == clock: return false
            default: continue
            }
        }
        return false
    }
}
