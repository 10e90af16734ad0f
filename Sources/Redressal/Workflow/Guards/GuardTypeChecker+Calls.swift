extension GuardTypeChecker {
    /// The type of a call, after checking the number and the types of its arguments.
    mutating func call(
        _ function: GuardFunction, _ arguments: [GuardExpression], at expression: GuardExpression
    ) -> GuardType? {
        guard function.arity.contains(arguments.count) else {
            self.report(
                "expected \(function.usage) but found \(arguments.count) argument\(arguments.count == 1 ? "" : "s")",
                at: expression)
            return function.result
        }
        switch function {
        case .has: _ = self.hasArgument(arguments[0])
        case .size: self.sized(arguments[0])
        case .count: self.named(arguments[0], "an event or an action", self.scope.events + self.scope.actions)
        case .within: self.within(arguments[0], arguments[1])
        case .actorIsNot: self.person(arguments[0])
        case .secondApproval: self.named(arguments[0], "a role", self.scope.roles)
        case .inState: self.named(arguments[0], "a relation", self.scope.relations)
        case .between:
            _ = self.binary(.lessOrEqual, arguments[1], arguments[0])
            _ = self.binary(.lessOrEqual, arguments[0], arguments[2])
        case .includes: self.includes(arguments[0], arguments[1])
        case .quorum: self.quorum(arguments[0])
        case .hasAuthority: self.postField(arguments[0])
        case .trained: self.trained(arguments[0])
        }
        return function.result
    }

    private mutating func hasArgument(_ expression: GuardExpression) -> Field? {
        // closed_at is the one variable that may be empty.
        if case .name(GuardVariable.closedAt.rawValue) = expression.kind { return nil }
        return self.field(expression)
    }

    private mutating func named(_ expression: GuardExpression, _ what: String, _ names: [String]) {
        guard case .name(let name) = expression.kind, !names.contains(name) else { return }
        self.report("expected \(what) but '\(name)' is not declared\(Suggestion.text(name, names))", at: expression)
    }

    private mutating func sized(_ expression: GuardExpression) {
        guard let type = self.type(of: expression) else { return }
        if case .list = type { return }
        guard type != .string else { return }
        self.report("expected a text or a list in size() but '\(expression)' is \(type)", at: expression)
    }

    private mutating func within(_ instant: GuardExpression, _ span: GuardExpression) {
        self.expect(.timestamp, instant)
        self.expect(.duration, span)
    }

    private mutating func person(_ expression: GuardExpression) {
        guard case .name(let name) = expression.kind, !self.scope.roles.contains(name) else { return }
        guard let field = self.scope.fields[FieldName(name)] else {
            let names = self.scope.roles + self.scope.fields.keys.map(\.rawValue)
            self.report(
                "expected a role or a field but '\(name)' is not declared\(Suggestion.text(name, names))",
                at: expression)
            return
        }
        guard self.readableField(expression) != nil else { return }
        guard [.user, .post, .reference].contains(field.type) else {
            self.report("expected a field of type user, post or reference but \(name) is \(field.type)", at: expression)
            return
        }
    }

    private mutating func includes(_ list: GuardExpression, _ value: GuardExpression) {
        guard let field = self.readableField(list), let type = self.type(of: list) else { return }
        guard case .list(let item) = type else {
            self.report("expected a list field in includes() but '\(field.name)' is \(type)", at: list)
            return
        }
        self.expect(item, value)
        if case .literal(.string(let text)) = value.kind,
            let message = self.unknown(text, comparedWith: field.name.rawValue)
        {
            self.report(message, at: value)
        }
    }

    private mutating func quorum(_ expression: GuardExpression) {
        guard let field = self.readableField(expression) else { return }
        guard case .list = field.type, field.quorum != nil else {
            self.report("expected a list field that says its quorum but '\(field.name)' does not", at: expression)
            return
        }
    }

    private mutating func postField(_ expression: GuardExpression) {
        guard let field = self.readableField(expression), field.type != .post else { return }
        self.report("expected a field of type post but '\(field.name)' is \(field.type)", at: expression)
    }

    private mutating func trained(_ expression: GuardExpression) {
        guard expression.kind != .name("actor") else { return }
        self.report("expected trained(actor, course) but found '\(expression)'", at: expression)
    }
}
