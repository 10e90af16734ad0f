extension GuardValue {
    /// The result of an operator other than `&&` and `||`.
    func combined(
        _ operation: GuardOperator.Binary, with other: GuardValue
    ) throws(GuardFailure) -> GuardValue {
        switch operation {
        case .equal: return .bool(self.equals(other))
        case .unequal: return .bool(!self.equals(other))
        case .less: return .bool(try self.order(other) < 0)
        case .lessOrEqual: return .bool(try self.order(other) <= 0)
        case .greater: return .bool(try self.order(other) > 0)
        case .greaterOrEqual: return .bool(try self.order(other) >= 0)
        case .contained:
            guard case .list(let items) = other else { throw .unexpectedType(expected: "a list", found: other) }
            return .bool(items.contains { $0.equals(self) })
        case .add, .subtract, .multiply, .divide:
            return try self.arithmetic(operation, other)
        case .and, .or:
            throw .unexpectedType(expected: "an operand", found: other)
        }
    }

    /// The number with the other sign, or the span backwards.
    func negated() throws(GuardFailure) -> GuardValue {
        switch self {
        case .int(let value):
            guard value != .min else { throw .overflow }
            return .int(-value)
        case .duration(let value): return .duration(-value)
        case .double(let value): return .double(-value)
        default: throw .unexpectedType(expected: "a number", found: self)
        }
    }

    /// Whether two values are the same; numbers compare by value, whatever their type.
    func equals(_ other: GuardValue) -> Bool {
        switch (self, other) {
        case (.int(let left), .double(let right)): Double(left) == right
        case (.double(let left), .int(let right)): left == Double(right)
        case (.list(let left), .list(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.equals($1) }
        default: self == other
        }
    }

    /// Below zero when this comes first, above when the other does.
    private func order(_ other: GuardValue) throws(GuardFailure) -> Int {
        func compare<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
            left < right ? -1 : left == right ? 0 : 1
        }
        switch (self, other) {
        case (.int(let left), .int(let right)): return compare(left, right)
        case (.double(let left), .double(let right)): return compare(left, right)
        case (.int(let left), .double(let right)): return compare(Double(left), right)
        case (.double(let left), .int(let right)): return compare(left, Double(right))
        case (.string(let left), .string(let right)): return compare(left, right)
        case (.timestamp(let left), .timestamp(let right)): return compare(left, right)
        case (.date(let left), .date(let right)): return compare(left, right)
        case (.duration(let left), .duration(let right)): return compare(left, right)
        default: throw .unexpectedType(expected: "a value to compare with \(self.words)", found: other)
        }
    }

    private func arithmetic(
        _ operation: GuardOperator.Binary, _ other: GuardValue
    ) throws(GuardFailure) -> GuardValue {
        switch (self, other) {
        case (.int(let left), .int(let right)):
            return .int(try Self.whole(operation, left, right))
        case (.duration(let left), .duration(let right)):
            return .duration(try Self.whole(operation, left, right))
        case (.timestamp(let left), .duration(let right)):
            return .timestamp(Instant(milliseconds: try Self.whole(operation, left.milliseconds, right)))
        case (.duration(let left), .timestamp(let right)):
            return .timestamp(Instant(milliseconds: try Self.whole(operation, left, right.milliseconds)))
        case (.timestamp(let left), .timestamp(let right)):
            return .duration(try Self.whole(operation, left.milliseconds, right.milliseconds))
        default:
            return .double(try Self.fractional(operation, try self.number(), try other.number()))
        }
    }

    private func number() throws(GuardFailure) -> Double {
        switch self {
        case .int(let value): return Double(value)
        case .double(let value): return value
        default: throw .unexpectedType(expected: "a number", found: self)
        }
    }

    /// Division truncates towards zero, as in CEL.
    private static func whole(
        _ operation: GuardOperator.Binary, _ left: Int64, _ right: Int64
    ) throws(GuardFailure) -> Int64 {
        let (value, overflow): (Int64, Bool)
        switch operation {
        case .add: (value, overflow) = left.addingReportingOverflow(right)
        case .subtract: (value, overflow) = left.subtractingReportingOverflow(right)
        case .multiply: (value, overflow) = left.multipliedReportingOverflow(by: right)
        default:
            guard right != 0 else { throw .divisionByZero }
            (value, overflow) = left.dividedReportingOverflow(by: right)
        }
        guard !overflow else { throw .overflow }
        return value
    }

    private static func fractional(
        _ operation: GuardOperator.Binary, _ left: Double, _ right: Double
    ) throws(GuardFailure) -> Double {
        let value: Double
        switch operation {
        case .add: value = left + right
        case .subtract: value = left - right
        case .multiply: value = left * right
        default:
            guard right != 0 else { throw .divisionByZero }
            value = left / right
        }
        guard value.isFinite else { throw .overflow }
        return value
    }
}
