/// Finds every type error of a guard before any case meets it.
struct GuardTypeChecker {
    let scope: GuardScope
    private(set) var errors: [GuardError] = []

    init(scope: GuardScope) { self.scope = scope }

    /// The errors of a whole guard, which must be true or false.
    static func errors(in expression: GuardExpression, scope: GuardScope) -> [GuardError] {
        var checker = GuardTypeChecker(scope: scope)
        checker.expect(.bool, expression)
        return checker.errors
    }

    mutating func report(_ message: String, at expression: GuardExpression) {
        self.errors.append(GuardError(.type, message, at: expression.offset))
    }

    /// Reports a part that is of another type.
    mutating func expect(_ expected: GuardType, _ expression: GuardExpression) {
        guard let found = self.type(of: expression), !found.matches(expected) else { return }
        self.report("expected \(expected) but '\(expression)' is \(found)", at: expression)
    }

    /// The type of a part; nil after a report, so that one mistake makes one message.
    mutating func type(of expression: GuardExpression) -> GuardType? {
        switch expression.kind {
        case .literal(let value): GuardType(value)
        case .list(let items): self.list(items)
        case .name(let name): self.name(name, at: expression)
        case .unary(.not, let operand): self.typed(.bool) { $0.expect(.bool, operand) }
        case .unary(.negate, let operand): self.negated(operand)
        case .binary(let operation, let left, let right): self.binary(operation, left, right)
        case .call(let function, let arguments): self.call(function, arguments, at: expression)
        case .method(_, let receiver, let argument):
            self.typed(.bool) {
                $0.expect(.string, receiver)
                $0.expect(.string, argument)
            }
        }
    }

    /// A result type that is known whatever the operands turn out to be.
    private mutating func typed(_ type: GuardType, _ check: (inout GuardTypeChecker) -> Void) -> GuardType {
        check(&self)
        return type
    }

    private mutating func list(_ items: [GuardExpression]) -> GuardType {
        guard let first = items.first, let type = self.type(of: first) else { return .list(.anything) }
        for item in items.dropFirst() { self.expect(type, item) }
        return .list(type)
    }

    private mutating func negated(_ operand: GuardExpression) -> GuardType? {
        guard let type = self.type(of: operand) else { return nil }
        guard type.isNumber || type == .duration else {
            self.report("expected a number after '-' but '\(operand)' is \(type)", at: operand)
            return nil
        }
        return type
    }

    private mutating func name(_ name: String, at expression: GuardExpression) -> GuardType? {
        if let variable = GuardVariable(rawValue: name) { return variable.type }
        guard let field = self.readableField(expression) else { return nil }
        guard GuardType(field.type) != .opaque else {
            self.report(
                "expected has(\(name)) but found its value: guards cannot compare \(field.type)", at: expression)
            return nil
        }
        return GuardType(field.type)
    }

    /// The field that a part names, unless it is sealed; nil after a report.
    mutating func readableField(_ expression: GuardExpression) -> Field? {
        guard let field = self.field(expression) else { return nil }
        guard field.isPersonal else { return field }
        self.report(
            "expected has(\(field.name)) but found its value: a personal field is sealed, and guards cannot read it",
            at: expression)
        return nil
    }

    /// The field that a part names, or nil after a report.
    mutating func field(_ expression: GuardExpression) -> Field? {
        guard case .name(let name) = expression.kind else {
            self.report("expected the name of a field but found '\(expression)'", at: expression)
            return nil
        }
        if let field = self.scope.fields[FieldName(name)] { return field }
        let texts = self.scope.fields.values.contains { $0.values.contains(name) }
        let advice = texts ? "; did you mean the text \"\(name)\"?" : Suggestion.text(name, self.scope.variables)
        self.report("expected a field but '\(name)' is not declared\(advice)", at: expression)
        return nil
    }
}

extension GuardVariable {
    fileprivate var type: GuardType {
        switch self {
        case .now, .stateSince, .openedAt, .closedAt: .timestamp
        case .today: .date
        case .state, .actorUser, .actorRole, .actorOffice: .string
        case .noConflict: .bool
        }
    }
}
