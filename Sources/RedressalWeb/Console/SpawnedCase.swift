import Redressal

/// A case that an action of another one opens for somebody else: a slip of a complaint box, an issue of a forum.
struct SpawnedCase: Sendable {
    /// The field of the action that names whose case it is; the program fills it in.
    let party: FieldName
    private let spawn: Spawn

    /// Nil for an action that opens no case, or none of a person whom nobody names before.
    init?(_ action: Action, of workflow: WorkflowDefinition, _ catalog: DefinitionCatalog) {
        guard let spawn = action.effects.spawn, let opened = catalog.workflow(named: spawn.workflow),
            let role = Citizen.role(in: opened), let party = spawn.fields[role.field],
            workflow.field(party)?.passes == true
        else { return nil }
        self.party = party
        self.spawn = spawn
    }

    /// Of how many that are to be opened how many there are; nil where nobody has counted.
    func progress(of state: CaseState) -> (opened: Int, all: Int)? {
        guard let name = self.spawn.of, case .integer(let all)? = state.fields[name.rawValue] else { return nil }
        return (state.links.count { $0.link.relation == self.spawn.relation }, all)
    }

    /// What the next one of many has in common with the last: codes and days, and nothing that somebody said.
    static func common(_ fields: [String: FieldValue], in workflow: WorkflowDefinition) -> [String: FieldValue] {
        fields.filter { name, _ in
            guard let field = workflow.field(FieldName(name)), !field.isPersonal else { return false }
            return [.code, .date].contains(field.type)
        }
    }
}
