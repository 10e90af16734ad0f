extension GuardFunction {
    /// Why a call answers no, in words for people.
    func reason(_ arguments: [GuardExpression], in context: some GuardContext) -> String {
        let name = arguments[0].name
        let rest = arguments.dropFirst().map(\.operand).joined(separator: " or ")
        switch self {
        case .has:
            return "expected \(name) to be filled in but it is empty"
        case .within:
            return "expected at most \(rest) since \(name) but more has passed"
        case .actorIsNot:
            return "expected someone else than the \(name) but the actor is that person"
        case .secondApproval:
            return "expected the approval of another \(name) first but there is none"
        case .inState:
            let states = context.linkedStates(name).map(\.rawValue)
            let found = states.isEmpty ? "there is none" : "it is \(states.joined(separator: ", "))"
            return "expected the linked \(name) to be \(rest) but \(found)"
        case .between:
            let found = (try? arguments[0].value(in: context))?.words ?? "empty"
            let bounds = "\(arguments[1].operand) and \(arguments[2].operand)"
            return "expected \(arguments[0].operand) to be between \(bounds) but it is \(found)"
        case .includes:
            return "expected \(name) to include \(rest) but it does not"
        case .quorum:
            let wanted = context.quorum(of: FieldName(name))
            let found = Self.members(FieldName(name), in: context)
            return "expected at least \(wanted) different members in \(name) but there are \(found)"
        case .hasAuthority:
            return "expected \(name) to be a post that may act at this office but it is not"
        case .trained:
            return "expected the actor to have passed \(rest) but they have not"
        case .size, .count:
            return "expected \(self.rawValue)(\(name)) to hold but it does not"
        }
    }
}
