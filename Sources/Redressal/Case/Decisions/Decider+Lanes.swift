extension Decider {
    /// Checks that an office keeps the cases of a workflow: those of a lane are nowhere but in its offices, which keep no others.
    ///
    /// - Throws: ``Rejection`` otherwise.
    func checkLane(of office: String, for workflow: WorkflowDefinition, field: String?) throws(Rejection) {
        let lane = self.context.catalog.org.lane(of: office)
        guard lane != workflow.lane else { return }
        let expected = workflow.lane.map { "an office of the lane '\($0)'" } ?? "an ordinary office"
        throw Rejection(
            .unknownOffice,
            "expected \(expected) for a \(workflow.name) but '\(office)' is \(lane.map { "in '\($0)'" } ?? "in no lane")",
            field: field)
    }

    /// Which office a spawned case belongs to: the case's own, or across the border of a lane the one on its other side.
    ///
    /// - Throws: ``Rejection`` when nobody there takes what this office hands over, or the case would stay open here.
    func office(for spawn: Spawn, of state: CaseState) throws(Rejection) -> String {
        let catalog = self.context.catalog
        guard self.crosses(from: state, to: spawn.workflow) else { return state.office }
        guard state.closed != nil else {
            throw Rejection(
                .unknownState,
                "expected a case that crosses the border of a lane to end here but it stays in \(state.state)")
        }
        let lane = catalog.lane(of: spawn.workflow)
        let found =
            if let lane { catalog.org.office(ofLane: lane, for: state.office) } else {
                catalog.org.path(from: state.office).lazy.compactMap(\.serves).first
            }
        guard let found else {
            throw Rejection(
                .unknownOffice,
                "expected an office \(lane.map { "of the lane '\($0)'" } ?? "outside") that takes what \(state.office) "
                    + "hands over but there is none")
        }
        return found
    }

    /// Leaves of what a spawned case takes across the border of a lane what is not sealed, and what a gateway has sealed anew.
    func renew(_ fields: inout [String: FieldValue], _ request: CommandRequest) {
        let carried: [String: FieldValue] = if case .act(let action) = request { action.carried ?? [:] } else { [:] }
        for (name, value) in fields where value.isSealed {
            fields[name] = carried[name].flatMap { $0.isSealed ? $0 : nil }
        }
    }

    /// Whether a case and those of a workflow are in different lanes, so that neither may tell of the other.
    func crosses(from state: CaseState, to workflow: String) -> Bool {
        let catalog = self.context.catalog
        return catalog.lane(of: state.workflow.name) != catalog.lane(of: workflow)
    }

    /// Checks that a case did not go on in a lane: nobody but the system does anything about it any more.
    ///
    /// - Throws: ``Rejection`` otherwise.
    func checkIsFollowed(_ state: CaseState, by actor: Actor) throws(Rejection) {
        guard actor != .system, self.context.catalog.isHandedOver(state) else { return }
        throw Rejection(.notInThisState, "expected a case that is followed here but others have taken it over")
    }
}
