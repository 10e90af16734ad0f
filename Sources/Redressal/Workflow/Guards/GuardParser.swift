/// Reads a guard's tokens into a tree, by precedence climbing.
struct GuardParser {
    /// Brackets nested deeper than this are refused.
    static let deepest = 64

    /// Guards with more operators than this are refused, because every operator may deepen the tree.
    static let mostOperators = 256

    private let tokens: [GuardToken]
    private var position = 0
    private var operators = 0
    private var depth = 0

    /// The tree of a text.
    /// - Throws: `GuardError` at the first mistake.
    static func parse(_ text: String) throws(GuardError) -> GuardExpression {
        var parser = GuardParser(tokens: try GuardLexer.tokens(of: text))
        let expression = try parser.expression(above: 0)
        guard parser.token.kind == .end else {
            throw parser.unexpected("an operator such as && or the end of the guard")
        }
        return expression
    }

    private init(tokens: [GuardToken]) { self.tokens = tokens }

    /// The token to read next.
    var token: GuardToken { self.tokens[self.position] }

    /// The token to read next, which is then read.
    mutating func advance() -> GuardToken {
        let token = self.token
        if token.kind != .end { self.position += 1 }
        return token
    }

    /// The error that the next token is not what was expected.
    func unexpected(_ expected: String) -> GuardError {
        GuardError(.syntax, "expected \(expected) but found \(self.token)", at: self.token.offset)
    }

    /// Operands joined by operators that bind tighter than a precedence.
    mutating func expression(above precedence: Int) throws(GuardError) -> GuardExpression {
        self.depth += 1
        defer { self.depth -= 1 }
        guard self.depth <= Self.deepest else {
            throw GuardError(
                .syntax, "expected at most \(Self.deepest) levels of brackets but found more", at: self.token.offset)
        }
        var left = try self.unary()
        while let operation = try self.binaryOperator(), operation.precedence > precedence {
            self.operators += 1
            guard self.operators <= Self.mostOperators else {
                throw self.unexpected("at most \(Self.mostOperators) operators")
            }
            _ = self.advance()
            let right = try self.expression(above: operation.precedence)
            left = GuardExpression(.binary(operation, left, right), at: left.offset)
        }
        return left
    }

    private func binaryOperator() throws(GuardError) -> GuardOperator.Binary? {
        switch self.token.kind {
        case .symbol(let symbol): return GuardOperator.Binary(rawValue: symbol)
        case .identifier("in"): return .contained
        case .identifier("and"): throw self.unexpected("'&&'")
        case .identifier("or"): throw self.unexpected("'||'")
        default: return nil
        }
    }

    /// Signs are counted, not recursed into, so that a row of them cannot exhaust the stack.
    private mutating func unary() throws(GuardError) -> GuardExpression {
        var signs: [(GuardOperator.Unary, Int)] = []
        while case .symbol(let symbol) = self.token.kind, let sign = GuardOperator.Unary(rawValue: symbol) {
            signs.append((sign, self.advance().offset))
            guard signs.count <= Self.deepest else { throw self.unexpected("a value") }
        }
        if case .identifier("not") = self.token.kind { throw self.unexpected("'!'") }
        let operand = try self.postfix()
        return signs.reversed().reduce(operand) { GuardExpression(.unary($1.0, $0), at: $1.1) }
    }

    private mutating func postfix() throws(GuardError) -> GuardExpression {
        var receiver = try self.primary()
        var calls = 0
        while self.token.kind == .symbol(".") {
            _ = self.advance()
            let word = self.advance()
            guard case .identifier(let name) = word.kind, let method = GuardMethod(rawValue: name) else {
                throw GuardError(
                    .syntax, "expected startsWith, endsWith or contains but found \(word)", at: word.offset)
            }
            calls += 1
            guard calls <= Self.deepest else { throw self.unexpected("fewer methods") }
            let arguments = try self.arguments()
            guard let argument = arguments.first, arguments.count == 1 else {
                throw GuardError(
                    .syntax, "expected 1 argument for \(name) but found \(arguments.count)", at: word.offset)
            }
            receiver = GuardExpression(.method(method, receiver, argument), at: receiver.offset)
        }
        return receiver
    }
}
