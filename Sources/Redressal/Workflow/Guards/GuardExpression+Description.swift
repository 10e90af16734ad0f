extension GuardExpression: CustomStringConvertible {
    /// The guard in its normal form: one space around operators, brackets only where needed.
    package var description: String {
        switch self.kind {
        case .literal(let value): value.description
        case .list(let items): "[\(Self.joined(items))]"
        case .name(let name): name
        case .unary(let sign, let operand): "\(sign.rawValue)\(operand.bracketed(below: 6))"
        case .binary(let operation, let left, let right):
            // Operators of one precedence group from the left.
            "\(left.bracketed(below: operation.precedence)) \(operation.rawValue) "
                + right.bracketed(below: operation.precedence + 1)
        case .call(let function, let arguments): "\(function.rawValue)(\(Self.joined(arguments)))"
        case .method(let method, let receiver, let argument):
            "\(receiver.bracketed(below: 7)).\(method.rawValue)(\(argument))"
        }
    }

    private static func joined(_ items: [GuardExpression]) -> String {
        items.map(\.description).joined(separator: ", ")
    }

    private var precedence: Int {
        switch self.kind {
        case .binary(let operation, _, _): operation.precedence
        case .unary: 6
        default: 7
        }
    }

    private func bracketed(below precedence: Int) -> String {
        self.precedence < precedence ? "(\(self.description))" : self.description
    }
}
