/// Cuts a guard's text into tokens.
struct GuardLexer {
    /// Guards longer than this are refused unread.
    static let longest = 4096

    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) { self.scalars = Array(text.unicodeScalars) }

    /// All the tokens of a text, with `end` last.
    static func tokens(of text: String) throws(GuardError) -> [GuardToken] {
        var lexer = GuardLexer(text)
        guard lexer.scalars.count <= Self.longest else {
            throw GuardError(
                .syntax, "expected a guard of at most \(Self.longest) characters but found \(lexer.scalars.count)",
                at: 0)
        }
        var tokens: [GuardToken] = []
        repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private mutating func next() throws(GuardError) -> GuardToken {
        while let scalar = self.peek(), scalar.properties.isWhitespace { self.position += 1 }
        let start = self.position
        guard let scalar = self.peek() else { return GuardToken(kind: .end, offset: start) }
        let kind: GuardToken.Kind
        switch scalar {
        case "a"..."z", "A"..."Z", "_": kind = .identifier(self.word())
        case "0"..."9": kind = try self.number()
        case "\"", "'": kind = .string(try self.string(quote: scalar))
        default: kind = .symbol(try self.symbol())
        }
        return GuardToken(kind: kind, offset: start)
    }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        let index = self.position + ahead
        return index < self.scalars.count ? self.scalars[index] : nil
    }

    private mutating func word() -> String {
        self.take {
            switch $0 {
            case "a"..."z", "A"..."Z", "0"..."9", "_": true
            default: false
            }
        }
    }

    private mutating func take(while isPart: (Unicode.Scalar) -> Bool) -> String {
        var text = String.UnicodeScalarView()
        while let scalar = self.peek(), isPart(scalar) {
            text.append(scalar)
            self.position += 1
        }
        return String(text)
    }

    /// An integer, a decimal such as `1.5` or `2e-3`, or a span such as `30m`.
    private mutating func number() throws(GuardError) -> GuardToken.Kind {
        let start = self.position
        var text = self.take { ("0"..."9").contains($0) }
        let digits = text.count
        if self.peek() == ".", let digit = self.peek(1), ("0"..."9").contains(digit) {
            self.position += 1
            text += "." + self.take { ("0"..."9").contains($0) }
        }
        text += self.exponent()
        let isDecimal = text.count > digits
        let suffix = self.word()
        if isDecimal, suffix.isEmpty, let value = Double(text), value.isFinite { return .double(value) }
        if !isDecimal, suffix.isEmpty, let value = Int64(text) { return .int(value) }
        if !isDecimal, let span = TimeSpan(text + suffix) { return .duration(span) }
        throw GuardError(
            .syntax, "expected a number or a span such as 30m, 4h or 3d but found '\(text + suffix)'", at: start)
    }

    private mutating func exponent() -> String {
        guard self.peek() == "e" else { return "" }
        let sign = self.peek(1) == "-" || self.peek(1) == "+" ? 1 : 0
        guard let digit = self.peek(1 + sign), ("0"..."9").contains(digit) else { return "" }
        let mark = self.scalars[self.position...(self.position + sign)].map(String.init).joined()
        self.position += 1 + sign
        return mark + self.take { ("0"..."9").contains($0) }
    }

    private mutating func symbol() throws(GuardError) -> String {
        let start = self.position
        let one = String(self.scalars[start])
        let two = one + (self.peek(1).map(String.init) ?? "")
        if ["&&", "||", "==", "!=", "<=", ">="].contains(two) {
            self.position += 2
            return two
        }
        guard "!<>+-*/()[],.".contains(one) else {
            let advice = ["=": "'=='", "&": "'&&'", "|": "'||'"][one] ?? "a name, a value or an operator"
            throw GuardError(.syntax, "expected \(advice) but found '\(one)'", at: start)
        }
        self.position += 1
        return one
    }

    private mutating func string(quote: Unicode.Scalar) throws(GuardError) -> String {
        let start = self.position
        self.position += 1
        var text = String.UnicodeScalarView()
        while let scalar = self.peek() {
            self.position += 1
            if scalar == quote { return String(text) }
            text.append(scalar == "\\" ? try self.escaped() : scalar)
        }
        throw GuardError(.syntax, "expected a closing \(quote) but found the end of the guard", at: start)
    }

    private mutating func escaped() throws(GuardError) -> Unicode.Scalar {
        let start = self.position - 1
        guard let scalar = self.peek() else {
            throw GuardError(.syntax, "expected a character after '\\' but found the end of the guard", at: start)
        }
        self.position += 1
        switch scalar {
        case "\\", "\"", "'": return scalar
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        default:
            throw GuardError(
                .syntax, "expected one of \\\\ \\\" \\' \\n \\r \\t but found '\\\(scalar)'", at: start)
        }
    }
}
