/// A word of a guard's text.
struct GuardToken: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case identifier(String)
        case int(Int64)
        case double(Double)
        case duration(TimeSpan)
        case string(String)
        /// An operator, bracket, comma or dot.
        case symbol(String)
        case end
    }

    let kind: Kind
    /// In Unicode scalars from 0.
    let offset: Int
}

extension GuardToken: CustomStringConvertible {
    /// As messages quote it.
    var description: String {
        switch self.kind {
        case .identifier(let name): "'\(name)'"
        case .int(let value): "'\(value)'"
        case .double(let value): "'\(value)'"
        case .duration(let span): "'\(span)'"
        case .string(let text): "the text \"\(text)\""
        case .symbol(let symbol): "'\(symbol)'"
        case .end: "the end of the guard"
        }
    }
}
