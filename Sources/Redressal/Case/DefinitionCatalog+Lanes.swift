extension DefinitionCatalog {
    /// The lane that the cases of a workflow are kept in; nil for ordinary ones.
    package func lane(of workflow: String) -> String? { self.workflow(named: workflow)?.lane }

    /// Whether an action of an ordinary case makes it go on in a lane.
    package func handsOver(_ action: Action) -> Bool {
        action.effects.spawn.map { self.lane(of: $0.workflow) != nil } ?? false
    }

    /// What an action that somebody asks for opens across the border of a lane; nil when it opens nothing there.
    ///
    /// - Parameter state: The case, of whose version the action is.
    package func crossing(of request: TakeAction, on state: CaseState) -> Spawn? {
        let actions =
            self.workflow(state.workflow)?.actions(
                named: ActionName(request.action), from: StateName(state.state)) ?? []
        return actions.lazy.compactMap(\.effects.spawn).first {
            self.lane(of: $0.workflow) != self.lane(of: state.workflow.name)
        }
    }

    /// Whether an action of this name opens something across the border of a lane in any workflow in force.
    package func mayCross(_ request: CommandRequest) -> Bool {
        guard case .act(let action) = request else { return false }
        return self.workflows.contains { workflow in
            workflow.actions(named: ActionName(action.action)).contains { action in
                action.effects.spawn.map { self.lane(of: $0.workflow) != workflow.lane } ?? false
            }
        }
    }

    /// Whether an ordinary case went on in a lane: from then on only its own people see it (ADR 0023 D3).
    ///
    /// From the action itself on, before the tie to the new case is known.
    package func isHandedOver(_ state: CaseState) -> Bool {
        guard self.lane(of: state.workflow.name) == nil else { return false }
        let actions = self.workflow(state.workflow)?.actions ?? []
        return actions.contains { state.counts[$0.name.rawValue] != nil && self.handsOver($0) }
            || self.handOver(of: state) != nil
    }

    /// The case with which an ordinary one went on in a lane; nil while there is none.
    package func handOver(of state: CaseState) -> CaseLink? {
        guard self.lane(of: state.workflow.name) == nil else { return nil }
        return state.links.lazy.map(\.link).first { self.lane(of: $0.workflow) != nil }
    }
}
