extension GuardExpression {
    /// The parts joined by `&&`, or the whole where there are none.
    var conjuncts: [GuardExpression] {
        if case .binary(.and, let left, let right) = self.kind { left.conjuncts + right.conjuncts } else { [self] }
    }

    /// The parts directly under this one.
    private var children: [GuardExpression] {
        switch self.kind {
        case .literal, .name: []
        case .list(let items): items
        case .unary(_, let operand): [operand]
        case .binary(_, let left, let right): [left, right]
        case .call(_, let arguments): arguments
        case .method(_, let receiver, let argument): [receiver, argument]
        }
    }

    /// Every part, this one first.
    var parts: [GuardExpression] { [self] + self.children.flatMap(\.parts) }

    /// Every name in the guard, whatever it names.
    var names: Set<String> {
        Set(self.parts.compactMap { if case .name(let name) = $0.kind { name } else { nil } })
    }

    /// The roles of `second_approval()`.
    var approvingRoles: [Role] {
        self.parts.compactMap { part in
            if case .call(.secondApproval, let arguments) = part.kind { Role(arguments[0].name) } else { nil }
        }
    }
}
