extension GuardFunction {
    /// Which arguments are names rather than values.
    private func isName(_ index: Int) -> Bool {
        switch self {
        case .has, .count, .actorIsNot, .secondApproval, .inState, .quorum, .hasAuthority, .trained: true
        case .within, .includes: index == 0
        case .size, .between: false
        }
    }

    /// The arguments with names that were written as texts turned into names: `count("Opened")` is `count(Opened)`.
    func named(_ arguments: [GuardExpression]) throws(GuardError) -> [GuardExpression] {
        var result: [GuardExpression] = []
        for (index, argument) in arguments.enumerated() {
            switch argument.kind {
            case .literal(.string(let text)) where self.isName(index) && Identifier.isIdentifier(text):
                result.append(GuardExpression(.name(text), at: argument.offset))
            case .name:
                result.append(argument)
            default:
                guard !self.isName(index) else {
                    throw GuardError(.type, "expected a name in \(self.rawValue)()", at: argument.offset)
                }
                result.append(argument)
            }
        }
        return result
    }
}
