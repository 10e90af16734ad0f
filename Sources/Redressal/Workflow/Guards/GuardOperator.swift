/// The operators of guards.
package enum GuardOperator {
    /// Operators before one operand.
    package enum Unary: String, Hashable, Sendable, CaseIterable {
        case not = "!"
        case negate = "-"
    }

    /// Operators between two operands.
    package enum Binary: String, Hashable, Sendable, CaseIterable {
        case or = "||"
        case and = "&&"
        case equal = "=="
        case unequal = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case contained = "in"
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"

        /// How tightly it binds; higher binds tighter.
        package var precedence: Int {
            switch self {
            case .or: 1
            case .and: 2
            case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual, .contained: 3
            case .add, .subtract: 4
            case .multiply, .divide: 5
            }
        }
    }
}
