extension GuardExpression {
    /// Whether the guard can be shown never to hold.
    var isNeverMet: Bool {
        let parts = self.conjuncts
        if parts.contains(where: { $0.kind == .literal(.bool(false)) }) { return true }
        return parts.indices.contains { index in
            parts[(index + 1)...].contains { parts[index].contradicts($0) }
        }
    }

    /// Whether the two guards can be shown never to hold together.
    func excludes(_ other: GuardExpression) -> Bool {
        let others = other.conjuncts
        return self.conjuncts.contains { part in others.contains { part.contradicts($0) } }
    }

    /// Whether two parts cannot both hold: one denies the other, or they ask one thing for different values.
    private func contradicts(_ other: GuardExpression) -> Bool {
        if self.kind == .unary(.not, other) || other.kind == .unary(.not, self) { return true }
        guard let own = Constraint(self), let others = Constraint(other), own.subject == others.subject else {
            return false
        }
        return own.excludes(others)
    }

    /// What a comparison with constants demands of its left side.
    private struct Constraint {
        let subject: GuardExpression
        let operation: GuardOperator.Binary
        /// One constant, or those of `in`.
        let values: [GuardValue]

        init?(_ expression: GuardExpression) {
            guard case .binary(let operation, let left, let right) = expression.kind else { return nil }
            switch (operation, right.kind) {
            case (.contained, .list(let items)):
                let values = items.compactMap { if case .literal(let value) = $0.kind { value } else { nil } }
                guard values.count == items.count else { return nil }
                self.values = values
            case (.equal, .literal(let value)), (.unequal, .literal(let value)), (.less, .literal(let value)),
                (.lessOrEqual, .literal(let value)), (.greater, .literal(let value)),
                (.greaterOrEqual, .literal(let value)):
                self.values = [value]
            default:
                return nil
            }
            self.subject = left
            self.operation = operation == .contained ? .equal : operation
        }

        func excludes(_ other: Constraint) -> Bool {
            if self.operation == .equal { return !self.values.contains { other.allows($0) } }
            if other.operation == .equal { return !other.values.contains { self.allows($0) } }
            return self.endsBelow(other) || other.endsBelow(self)
        }

        private func allows(_ value: GuardValue) -> Bool {
            self.values.contains { (try? value.combined(self.operation, with: $0)) != .bool(false) }
        }

        /// Whether everything this one allows lies below everything the other allows.
        private func endsBelow(_ other: Constraint) -> Bool {
            guard [.less, .lessOrEqual].contains(self.operation),
                [.greater, .greaterOrEqual].contains(other.operation)
            else { return false }
            let meets = self.operation == .lessOrEqual && other.operation == .greaterOrEqual
            let order: GuardOperator.Binary = meets ? .less : .lessOrEqual
            return (try? self.values[0].combined(order, with: other.values[0])) == .bool(true)
        }
    }
}
