extension DefinitionCatalog {
    /// What whoever's turn it is at a step is told of a case there, in the order of the definition in force.
    ///
    /// - Parameter fields: The case's own; what is not filled in or sealed is left out.
    package func shown(_ fields: [String: FieldValue], at step: CaseStep) -> [(field: Field, value: FieldValue)] {
        guard let workflow = self.workflow(named: step.workflow),
            let state = workflow.state(StateName(step.state))
        else { return [] }
        return state.shows.compactMap { name in
            guard let field = workflow.field(name), let value = fields[name.rawValue], !value.isEmpty,
                !value.isSealed
            else { return nil }
            return (field, value)
        }
    }
}
