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
            return [(first + second).joined(separator: ", or ")]
        default:
            do throws(GuardFailure) {
                return try self.evaluate(in: context) ? [] : [self.reason(in: context)]
            } catch {
                return [error.description]
            }
        }
    }

    /// Why a part that is neither `&&` nor `||` is false.
    private func reason(in context: some GuardContext) -> String {
        switch self.kind {
        case .call(let function, let arguments):
            return function.reason(arguments, in: context)
        case .name(GuardVariable.noConflict.rawValue):
            return "expected someone without a conflict of interest but the actor is, reports to or is related to "
                + "the person complained about"
        case .name(let name):
            return "expected \(name) to be true but it is false"
        case .unary(.not, let operand):
            return "expected that not '\(operand)' but it holds"
        case .binary(let operation, let left, _):
            let found = (try? left.value(in: context)).map { " but \(left) is \($0)" } ?? ""
            return "expected \(self.expectation(operation, in: context))\(found)"
        default:
            return "expected '\(self)' but it does not hold"
        }
    }

    private func expectation(_ operation: GuardOperator.Binary, in context: some GuardContext) -> String {
        guard case .binary(_, let left, let right) = self.kind else { return self.description }
        let wanted = (try? right.value(in: context))?.description ?? right.description
        switch operation {
        case .equal: return "\(left) to be \(wanted)"
        case .unequal: return "\(left) not to be \(wanted)"
        case .less: return "\(left) to be less than \(wanted)"
        case .lessOrEqual: return "\(left) to be at most \(wanted)"
        case .greater: return "\(left) to be more than \(wanted)"
        case .greaterOrEqual: return "\(left) to be at least \(wanted)"
        case .contained: return "\(left) to be one of \(wanted)"
        default: return self.description
        }
    }
}
