import Redressal

/// Somebody without an account, in their own case.
enum Citizen {
    /// What a case calls whoever opens it without an account: opaque, and another in each case.
    static func account(in id: CaseID) -> String { PublicParty.account(from: id.text) }

    /// What a case calls whom it is opened for by an action of another case: opaque, and another for each command.
    static func account(of command: CommandID) -> String { PublicParty.account(from: command.text) }

    /// The role in which people open their own cases, and the field that names them; nil for cases that have none.
    static func role(in workflow: WorkflowDefinition) -> (role: Role, field: FieldName)? {
        for role in workflow.roles {
            if let field = workflow.parties[role] { return (role, field) }
        }
        return nil
    }

    /// Whom a case names as its own person; nil where it names none.
    static func account(of state: CaseState, in workflow: WorkflowDefinition) -> String? {
        self.role(in: workflow).flatMap { state.fields[$0.field.rawValue]?.text }
    }
}
