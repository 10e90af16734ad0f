extension GuardExpression {
    /// The parts of the guard that do not hold, each in words for people; empty when it holds.
    package func explain(in context: some GuardContext) -> [String] {
        switch self.kind {
        case .binary(.and, let left, let right):
            return left.explain(in: context) + right.explain(in: context)
        case .binary(.or, let left, let right):
            let first = left.explain(in: context)
            let second = right.explain(in: context)
            guard !first.isEmpty, !second.isEmpty else { return [] }
            return [Self.either(first, second)]
        default:
            do throws(GuardFailure) {
                return try self.evaluate(in: context) ? [] : [self.reason(in: context)]
            } catch {
                return [error.description]
            }
        }
    }

    /// Alternatives under one "expected": `expected a but it is b, or c but it is d`.
    private static func either(_ first: [String], _ second: [String]) -> String {
        let opening = "expected "
        let sides = [first, second].map { reasons in
            reasons.map { $0.hasPrefix(opening) ? String($0.dropFirst(opening.count)) : $0 }
                .joined(separator: " and ")
        }
        return opening + sides.joined(separator: ", or ")
    }

    /// Why a part that is neither `&&` nor `||` is false.
    private func reason(in context: some GuardContext) -> String {
        switch self.kind {
        case .call(let function, let arguments):
            return function.reason(arguments, in: context)
        case .name(GuardVariable.noConflict.rawValue):
            return GuardVariable.conflict
        case .name(let name):
            return "expected \(name) to be true but it is false"
        case .unary(.not, let operand):
            return "expected \(operand.words(denied: true)) but \(operand.standing(in: context))"
        case .binary(let operation, let left, let right):
            let wanted = (try? right.value(in: context))?.words ?? right.operand
            let found = (try? left.value(in: context)).map { " but \(left.operand) is \($0.words)" } ?? ""
            return "expected \(left.operand) \(operation.demand()) \(wanted)\(found)"
        default:
            return "expected '\(self)' but it does not hold"
        }
    }

    /// How a part that holds, though it should not, stands: what follows "but".
    private func standing(in context: some GuardContext) -> String {
        switch self.kind {
        case .call(.has, _):
            return "it is"
        case .name(let name) where name != GuardVariable.noConflict.rawValue:
            return "it is true"
        case .binary(let operation, let left, _) where operation != .and && operation != .or:
            return (try? left.value(in: context)).map { "\(left.operand) is \($0.words)" } ?? "that is not so"
        default:
            return "that is not so"
        }
    }
}
