/// Why a guard has no answer; the action is refused just as if the answer were no.
package enum GuardFailure: Error, Hashable, Sendable {
    /// A field or variable was compared while it is empty.
    case missing(String)
    case divisionByZero
    case overflow
    /// The context gave a value of another type than the workflow declares.
    case unexpectedType(expected: String, found: String)
}

extension GuardFailure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let name): "expected \(name) to be filled in but it is empty"
        case .divisionByZero: "expected a divisor other than zero"
        case .overflow: "expected a number within 64 bits but the result is larger"
        case .unexpectedType(let expected, let found): "expected \(expected) but the case holds \(found)"
        }
    }
}
