extension GuardExpression {
    /// What the part asks for, in words that follow "expected": `has(x)` is `x to be given`.
    ///
    /// - Parameter denied: Whether the opposite is asked for, as under `!`.
    func words(denied: Bool = false) -> String {
        switch self.kind {
        case .unary(.not, let operand):
            operand.words(denied: !denied)
        case .binary(.and, let left, let right):
            "\(left.words(denied: denied)) \(denied ? "or" : "and") \(right.words(denied: denied))"
        case .binary(.or, let left, let right):
            "\(left.words(denied: denied)) \(denied ? "and" : "or") \(right.words(denied: denied))"
        case .binary(let operation, let left, let right):
            "\(left.operand) \(operation.demand(denied: denied)) \(right.operand)"
        // Any other number of arguments is refused when types are checked; but words come before that, too.
        case .call(.has, let arguments) where arguments.count == 1:
            "\(arguments[0].name) \(denied ? "not to be given" : "to be given")"
        case .name(GuardVariable.noConflict.rawValue):
            denied ? "a conflict of interest" : "no conflict of interest"
        case .name(let name):
            "\(name) to be \(denied ? "false" : "true")"
        default:
            "'\(self)' \(denied ? "not to hold" : "to hold")"
        }
    }

    /// The part as one side of a comparison or an argument: a value as people read it, or the part's own text.
    var operand: String {
        switch self.kind {
        case .literal(let value): value.words
        case .list(let items): items.isEmpty ? "nothing" : items.map(\.operand).joined(separator: ", ")
        default: self.description
        }
    }
}

extension GuardOperator.Binary {
    /// What a comparison asks of its left side, in words: `to be at most`.
    ///
    /// - Parameter denied: Whether the opposite is asked for.
    func demand(denied: Bool = false) -> String {
        switch (self, denied) {
        case (.equal, false), (.unequal, true): "to be"
        case (.unequal, false), (.equal, true): "not to be"
        case (.less, false), (.greaterOrEqual, true): "to be less than"
        case (.lessOrEqual, false), (.greater, true): "to be at most"
        case (.greater, false), (.lessOrEqual, true): "to be more than"
        case (.greaterOrEqual, false), (.less, true): "to be at least"
        case (.contained, false): "to be one of"
        case (.contained, true): "not to be one of"
        default: self.rawValue
        }
    }
}
