extension GuardParser {
    /// A value, a name, a call, a list or an expression in brackets.
    mutating func primary() throws(GuardError) -> GuardExpression {
        let token = self.token
        switch token.kind {
        case .int(let value): return self.literal(.int(value))
        case .double(let value): return self.literal(.double(value))
        case .string(let text): return self.literal(.string(text))
        case .duration(let span): return self.literal(try Self.duration(span, at: token.offset))
        case .identifier(let name): return try self.named(name)
        case .symbol("("):
            _ = self.advance()
            let inner = try self.expression(above: 0)
            try self.expect(")")
            return inner
        case .symbol("["):
            return GuardExpression(.list(try self.items(closedBy: "]")), at: token.offset)
        case .symbol, .end:
            throw self.unexpected("a name or a value")
        }
    }

    private mutating func literal(_ value: GuardValue) -> GuardExpression {
        GuardExpression(.literal(value), at: self.advance().offset)
    }

    private mutating func expect(_ symbol: String) throws(GuardError) {
        guard self.token.kind == .symbol(symbol) else { throw self.unexpected("'\(symbol)'") }
        _ = self.advance()
    }

    /// What stands between the brackets of a call.
    mutating func arguments() throws(GuardError) -> [GuardExpression] {
        guard self.token.kind == .symbol("(") else { throw self.unexpected("'('") }
        return try self.items(closedBy: ")")
    }

    private mutating func items(closedBy symbol: String) throws(GuardError) -> [GuardExpression] {
        _ = self.advance()
        var items: [GuardExpression] = []
        while self.token.kind != .symbol(symbol) {
            if !items.isEmpty {
                guard self.token.kind == .symbol(",") else { throw self.unexpected("',' or '\(symbol)'") }
                _ = self.advance()
            }
            items.append(try self.expression(above: 0))
        }
        _ = self.advance()
        return items
    }

    private mutating func named(_ name: String) throws(GuardError) -> GuardExpression {
        let start = self.advance().offset
        switch name {
        case "true": return GuardExpression(.literal(.bool(true)), at: start)
        case "false": return GuardExpression(.literal(.bool(false)), at: start)
        case "actor": return GuardExpression(.name(try self.actorPart()), at: start)
        default: break
        }
        guard self.token.kind == .symbol("(") else { return GuardExpression(.name(name), at: start) }
        let arguments = try self.arguments()
        if name == GuardVariable.noConflict.rawValue, arguments.isEmpty {
            return GuardExpression(.name(name), at: start)
        }
        if let value = try Self.constructed(name, from: arguments, at: start) {
            return GuardExpression(.literal(value), at: start)
        }
        guard let function = GuardFunction(rawValue: name) else {
            let known = GuardFunction.allCases.map(\.rawValue)
            throw GuardError(
                .syntax, "expected a function but found '\(name)'\(Suggestion.text(name, known))", at: start)
        }
        return GuardExpression(.call(function, try function.named(arguments)), at: start)
    }

    /// `actor` alone stands for the acting person in `trained(actor, course)`.
    private mutating func actorPart() throws(GuardError) -> String {
        guard self.token.kind == .symbol(".") else { return "actor" }
        _ = self.advance()
        let word = self.advance()
        guard case .identifier(let part) = word.kind, GuardVariable(rawValue: "actor.\(part)") != nil else {
            throw GuardError(.syntax, "expected user, role or office after 'actor.' but found \(word)", at: word.offset)
        }
        return "actor.\(part)"
    }
}
