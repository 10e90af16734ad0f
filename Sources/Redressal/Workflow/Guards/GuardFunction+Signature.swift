extension GuardFunction {
    /// How many arguments it takes.
    var arity: ClosedRange<Int> {
        switch self {
        case .has, .size, .count, .actorIsNot, .secondApproval, .quorum, .hasAuthority: 1...1
        case .within, .includes, .trained: 2...2
        case .between: 3...3
        case .inState: 2...32
        }
    }

    /// What it answers with.
    var result: GuardType {
        switch self {
        case .size, .count: .int
        default: .bool
        }
    }

    /// How it is written, for messages.
    var usage: String {
        switch self {
        case .has: "has(field)"
        case .size: "size(text or list)"
        case .count: "count(Event)"
        case .within: "within(instant, span)"
        case .actorIsNot: "actor_is_not(role or field)"
        case .secondApproval: "second_approval(role)"
        case .inState: "in_state(relation, state, …)"
        case .between: "between(value, lowest, highest)"
        case .includes: "includes(list, value)"
        case .quorum: "quorum(list)"
        case .hasAuthority: "has_authority(post)"
        case .trained: "trained(actor, course)"
        }
    }
}
