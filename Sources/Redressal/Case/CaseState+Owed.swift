extension CaseState {
    /// The actions that are owed where the case stands, in the order of the workflow.
    ///
    /// That so much time is used up shows by the clock's reminder, which is no more to come. A clock that stands still asks for nothing.
    /// - Parameter workflow: The version that the case goes by.
    package func owed(_ workflow: WorkflowDefinition) -> [Action] {
        guard self.closed == nil else { return [] }
        return workflow.actions.filter { action in
            guard let owed = action.owed, action.from.contains(StateName(self.state)),
                self.counts[action.emit, default: 0] == 0, let clock = self.clocks[owed.clock], clock.pause == nil
            else { return false }
            let reminder = TimerID(clock: owed.clock, kind: .reminder, mark: owed.after.value)
            return !self.timers.contains { $0.id == reminder }
        }
    }
}
