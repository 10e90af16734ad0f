extension Action {
    /// The fields without which the guard never holds, whether the case has them or the action brings them.
    package var demandedFields: Set<FieldName> {
        let parts = self.guardRule?.expression.conjuncts ?? []
        return Set(
            parts.compactMap { part in
                guard case .call(.has, let arguments) = part.kind, case .name(let name)? = arguments.first?.kind else {
                    return nil
                }
                return FieldName(name)
            })
    }
}
