extension WorkflowChecks {
    /// Whoever a state waits for can lead the case out of it.
    mutating func checkTurns() {
        for state in self.definition.states {
            let moves = self.definition.actions(from: state.name).filter { $0.to != .same }
            let movers = Set(moves.flatMap(\.by)).subtracting([.system])
            for (index, role) in state.waitsFor.enumerated() where !movers.contains(role) {
                self.report(
                    "waits-in-vain", "expected a role that can lead the case out of \(state.name) but \(role) cannot",
                    at: "states.\(state.name).waits_for.\(index)")
            }
        }
    }
}
