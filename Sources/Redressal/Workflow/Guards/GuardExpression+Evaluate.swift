extension GuardExpression {
    /// Whether the guard holds.
    ///
    /// An empty field fails any comparison, but `false && …` and `true || …` have an answer whichever side fails,
    /// as in CEL; ask `has(field)` first.
    /// - Throws: `GuardFailure` when it has no answer.
    package func evaluate(in context: some GuardContext) throws(GuardFailure) -> Bool {
        switch self.kind {
        case .unary(.not, let operand):
            return !(try operand.evaluate(in: context))
        case .binary(.and, let left, let right):
            return try Self.combined(left, right, decidedBy: false, in: context)
        case .binary(.or, let left, let right):
            return try Self.combined(left, right, decidedBy: true, in: context)
        default:
            let value = try self.value(in: context)
            guard case .bool(let answer) = value else { throw .unexpectedType(expected: "true or false", found: value) }
            return answer
        }
    }

    /// `&&` is decided by false and `||` by true, from either side, even if the other side has no answer.
    private static func combined(
        _ left: GuardExpression, _ right: GuardExpression, decidedBy decision: Bool, in context: some GuardContext
    ) throws(GuardFailure) -> Bool {
        let first: Bool
        do throws(GuardFailure) {
            first = try left.evaluate(in: context)
        } catch {
            guard try right.evaluate(in: context) == decision else { throw error }
            return decision
        }
        return first == decision ? decision : try right.evaluate(in: context)
    }
}

extension GuardFailure {
    static func unexpectedType(expected: String, found: GuardValue) -> GuardFailure {
        .unexpectedType(expected: expected, found: found.words)
    }
}
