/// The state that a walk makes for, and what brings a case nearer to it.
struct WalkGoal: Sendable {
    let state: StateName
    /// The fewest moves from a state to the goal; states that no move leads on from are left out.
    private let distances: [StateName: Int]

    init(_ state: StateName, of workflow: WorkflowDefinition) {
        self.state = state
        let actions = workflow.actions.filter { $0.guardRule?.expression.isNeverMet != true }
        var distances = [state: 0]
        // Each round settles at least one state, if any can still come nearer.
        for _ in workflow.states {
            for action in actions {
                guard case .state(let target) = action.to, let rest = distances[target] else { continue }
                for from in action.from where rest + 1 < distances[from] ?? Int.max { distances[from] = rest + 1 }
            }
        }
        self.distances = distances
    }

    /// The actions that lead the case by the shortest way, and those that approve of one of them; none without a way.
    func actions(on state: CaseState, of workflow: WorkflowDefinition) -> [Action] {
        let here = workflow.actions(from: StateName(state.state))
        let distances = here.map { self.distance(after: $0, on: state) }
        guard let shortest = distances.compactMap(\.self).min() else { return [] }
        let leading = zip(here, distances).filter { $0.1 == shortest }.map { $0.0 }
        let names = Set(leading.map(\.name))
        return leading + here.filter { !names.isDisjoint(with: $0.approves) }
    }

    private func distance(after action: Action, on state: CaseState) -> Int? {
        switch action.to {
        case .state(let name): self.distances[name]
        case .previous: state.previous.flatMap { self.distances[StateName($0)] }
        case .same: nil
        }
    }
}
