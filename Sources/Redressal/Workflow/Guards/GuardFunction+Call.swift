extension GuardFunction {
    /// The answer for these arguments, which the type checker has let through.
    func call(_ arguments: [GuardExpression], in context: some GuardContext) throws(GuardFailure) -> GuardValue {
        guard self.arity.contains(arguments.count) else {
            throw .unexpectedType(expected: self.usage, found: "\(arguments.count) arguments")
        }
        let name = arguments[0].name
        switch self {
        case .has: return .bool(Self.has(name, in: context))
        case .size: return .int(try Self.size(try arguments[0].value(in: context)))
        case .count: return .int(Int64(context.count(of: name)))
        case .within: return .bool(try Self.within(arguments[0], arguments[1], in: context))
        case .actorIsNot: return .bool(!Self.isActor(name, in: context))
        case .secondApproval: return .bool(context.hasSecondApproval(by: Role(name)))
        case .inState:
            let states = context.linkedStates(name)
            return .bool(arguments.dropFirst().contains { states.contains(StateName($0.name)) })
        case .between: return .bool(try Self.between(arguments, in: context))
        case .includes:
            return try arguments[1].value(in: context).combined(.contained, with: try arguments[0].value(in: context))
        case .quorum: return .bool(Self.members(FieldName(name), in: context) >= context.quorum(of: FieldName(name)))
        case .hasAuthority: return .bool(context.hasAuthority(FieldName(name)))
        case .trained: return .bool(context.isTrained(in: arguments[1].name))
        }
    }

    /// How many different members a list field has; none while it is empty.
    static func members(_ field: FieldName, in context: some GuardContext) -> Int {
        guard case .list(let items)? = context.value(of: field) else { return 0 }
        return Set(items).count
    }

    private static func has(_ name: String, in context: some GuardContext) -> Bool {
        name == GuardVariable.closedAt.rawValue ? context.closedAt != nil : context.isFilled(FieldName(name))
    }

    private static func isActor(_ name: String, in context: some GuardContext) -> Bool {
        context.actorHasActed(as: Role(name)) || context.actorIsNamed(by: FieldName(name))
    }

    private static func size(_ value: GuardValue) throws(GuardFailure) -> Int64 {
        switch value {
        case .string(let text): return Int64(text.count)
        case .list(let items): return Int64(items.count)
        default: throw .unexpectedType(expected: "a text or a list", found: value)
        }
    }

    /// The last moment still counts.
    private static func within(
        _ start: GuardExpression, _ span: GuardExpression, in context: some GuardContext
    ) throws(GuardFailure) -> Bool {
        let end = try start.value(in: context).combined(.add, with: try span.value(in: context))
        return try GuardValue.timestamp(context.now).combined(.lessOrEqual, with: end) == .bool(true)
    }

    private static func between(
        _ arguments: [GuardExpression], in context: some GuardContext
    ) throws(GuardFailure) -> Bool {
        let value = try arguments[0].value(in: context)
        let isAbove = try arguments[1].value(in: context).combined(.lessOrEqual, with: value)
        let isBelow = try value.combined(.lessOrEqual, with: try arguments[2].value(in: context))
        return isAbove == .bool(true) && isBelow == .bool(true)
    }
}
