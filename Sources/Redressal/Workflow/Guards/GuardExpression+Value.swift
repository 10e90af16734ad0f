extension GuardExpression {
    /// What a part of a guard comes to.
    func value(in context: some GuardContext) throws(GuardFailure) -> GuardValue {
        switch self.kind {
        case .literal(let value):
            return value
        case .list(let items):
            var values: [GuardValue] = []
            for item in items { values.append(try item.value(in: context)) }
            return .list(values)
        case .name(let name):
            return try Self.variable(name, in: context)
        case .unary(.negate, let operand):
            return try operand.value(in: context).negated()
        case .unary(.not, _), .binary(.and, _, _), .binary(.or, _, _):
            return .bool(try self.evaluate(in: context))
        case .binary(let operation, let left, let right):
            return try left.value(in: context).combined(operation, with: try right.value(in: context))
        case .call(let function, let arguments):
            return try function.call(arguments, in: context)
        case .method(let method, let receiver, let argument):
            let text = try receiver.text(in: context)
            return .bool(method.holds(text, try argument.text(in: context)))
        }
    }

    /// The name that stands as an argument; the parser has made sure it is one.
    var name: String {
        if case .name(let name) = self.kind { name } else { self.description }
    }

    private func text(in context: some GuardContext) throws(GuardFailure) -> String {
        let value = try self.value(in: context)
        guard case .string(let text) = value else { throw .unexpectedType(expected: "a text", found: value) }
        return text
    }

    private static func variable(_ name: String, in context: some GuardContext) throws(GuardFailure) -> GuardValue {
        switch GuardVariable(rawValue: name) {
        case .now: return .timestamp(context.now)
        case .today:
            guard let today = context.today else { throw .missing(name) }
            return .date(today)
        case .state: return .string(context.state.rawValue)
        case .stateSince: return .timestamp(context.stateSince)
        case .openedAt: return .timestamp(context.openedAt)
        case .closedAt:
            guard let closed = context.closedAt else { throw .missing(name) }
            return .timestamp(closed)
        case .actorUser: return .string(context.actor.user)
        case .actorRole: return .string(context.actor.role.rawValue)
        case .actorOffice: return .string(context.actor.office)
        case .noConflict: return .bool(!context.hasConflict)
        case nil:
            guard let value = context.value(of: FieldName(name)) else { throw .missing(name) }
            return value
        }
    }
}

extension GuardMethod {
    fileprivate func holds(_ text: String, _ part: String) -> Bool {
        switch self {
        case .startsWith: text.hasPrefix(part)
        case .endsWith: text.hasSuffix(part)
        case .contains: part.isEmpty || text.contains(part)
        }
    }
}
