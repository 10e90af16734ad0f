/// Makes up what people ask for: mostly what a case's workflow lets them do, now and then anything at all.
package struct WalkCommands: Sendable {
    /// An asker and what is asked for.
    package typealias Draft = (actor: Actor, request: CommandRequest)

    package let workflow: WorkflowDefinition
    private let values: WalkValues

    package init(_ workflow: WorkflowDefinition) {
        self.workflow = workflow
        self.values = WalkValues(workflow)
    }

    /// The opening of a case.
    package func opening(now: Instant, using random: inout SeededGenerator) -> Draft {
        let fields = self.values.opening(now: now, using: &random)
        let severity = self.workflow.severities.randomElement(using: &random)
        let state = self.workflow.initialStates.randomElement(using: &random)
        return (
            actor: Actor(user: "u-walk", role: "complainant"),
            request: .open(
                OpenCase(
                    workflow: self.workflow.name, state: state?.rawValue, office: WalkOffice.name, severity: severity,
                    fields: fields))
        )
    }

    /// An action by somebody in one of the roles, with made-up fields; nil without roles.
    package func draft(
        _ action: Action, by roles: [Role], now: Instant, using random: inout SeededGenerator
    ) -> Draft? {
        guard let role = roles.randomElement(using: &random),
            let user = WalkOffice.accounts(role).randomElement(using: &random)
        else { return nil }
        let fields = self.values.fields(action.fields, now: now, using: &random)
        return (
            actor: Actor(user: user, role: role.rawValue, office: WalkOffice.name),
            request: .act(TakeAction(action: action.name.rawValue, fields: fields))
        )
    }
}
