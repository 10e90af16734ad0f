extension GuardTypeChecker {
    /// The type of an operation, after checking its operands.
    mutating func binary(
        _ operation: GuardOperator.Binary, _ left: GuardExpression, _ right: GuardExpression
    ) -> GuardType? {
        switch operation {
        case .and, .or:
            self.expect(.bool, left)
            self.expect(.bool, right)
            return .bool
        case .equal, .unequal:
            self.comparable(operation, left, right)
            self.known(left, right)
            return .bool
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            self.ordered(operation, left, right)
            return .bool
        case .contained:
            self.contained(left, right)
            return .bool
        case .add, .subtract, .multiply, .divide:
            return self.arithmetic(operation, left, right)
        }
    }

    private mutating func comparable(
        _ operation: GuardOperator.Binary, _ left: GuardExpression, _ right: GuardExpression
    ) {
        guard let first = self.type(of: left), let second = self.type(of: right), !first.matches(second) else { return }
        self.report(
            "expected \(first) after '\(left) \(operation.rawValue)' but '\(right)' is \(second)", at: right)
    }

    private mutating func ordered(
        _ operation: GuardOperator.Binary, _ left: GuardExpression, _ right: GuardExpression
    ) {
        guard let first = self.type(of: left) else { return }
        guard first.isOrdered else {
            self.report(
                "expected a number, text, date, instant or span before '\(operation.rawValue)' but '\(left)' is \(first)",
                at: left)
            return
        }
        self.expect(first, right)
    }

    private mutating func contained(_ item: GuardExpression, _ list: GuardExpression) {
        guard let type = self.type(of: item), let found = self.type(of: list) else { return }
        guard case .list(let items) = found else {
            self.report("expected a list after 'in' but '\(list)' is \(found)", at: list)
            return
        }
        guard items.matches(type) else {
            self.report("expected a list of \(type) after 'in' but '\(list)' is \(found)", at: list)
            return
        }
        if case .list(let literals) = list.kind { literals.forEach { self.known(item, $0) } }
    }

    /// Numbers with numbers; spans with spans; instants with spans; the span between two instants.
    private mutating func arithmetic(
        _ operation: GuardOperator.Binary, _ left: GuardExpression, _ right: GuardExpression
    ) -> GuardType? {
        guard let first = self.type(of: left), let second = self.type(of: right) else { return nil }
        switch (operation, first, second) {
        case (_, .int, .int): return .int
        case (.add, .duration, .duration), (.subtract, .duration, .duration): return .duration
        case (.add, .timestamp, .duration), (.subtract, .timestamp, .duration): return .timestamp
        case (.add, .duration, .timestamp): return .timestamp
        case (.subtract, .timestamp, .timestamp): return .duration
        default: break
        }
        if first.isNumber && second.isNumber { return .double }
        self.report(
            "expected numbers, or instants and spans, around '\(operation.rawValue)' but '\(left)' is \(first) "
                + "and '\(right)' is \(second)", at: left)
        return nil
    }

    /// Reports a text that is none of the codes, states or roles it is compared with.
    func unknown(_ text: String, comparedWith name: String) -> String? {
        let names: [String]
        switch GuardVariable(rawValue: name) {
        case .state: names = self.scope.states
        case .actorRole: names = self.scope.roles
        default: names = self.scope.fields[FieldName(name)]?.values ?? []
        }
        guard !names.isEmpty, !names.contains(text) else { return nil }
        return "expected one of the values of \(name) but found '\(text)'\(Suggestion.text(text, names))"
    }

    private mutating func known(_ left: GuardExpression, _ right: GuardExpression) {
        switch (left.kind, right.kind) {
        case (.name(let name), .literal(.string(let text))):
            if let message = self.unknown(text, comparedWith: name) { self.report(message, at: right) }
        case (.literal(.string), .name):
            self.known(right, left)
        default:
            break
        }
    }
}
