/// Something said to people, with places such as `{days}` for what is only known when it is said.
package enum Message: Hashable, Sendable {
    case text(String)
    /// One text for each form that the language has; `{n}` is the number.
    case plural([PluralCategory: String])

    /// The names of its places, of all forms together.
    package var places: Set<String> {
        switch self {
        case .text(let text): Self.places(in: text)
        case .plural(let forms): forms.values.reduce(into: []) { $0.formUnion(Self.places(in: $1)) }
        }
    }

    private static func places(in text: String) -> Set<String> {
        Set(
            text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
                .compactMap { $0.split(separator: "}").first.map { String($0) } })
    }

    /// A text with its places filled in; a value that looks like a place is left as it is.
    static func filled(_ text: String, _ values: [String: String]) -> String {
        var filled = ""
        for (index, part) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let end = part.firstIndex(of: "}"), let value = values[String(part[..<end])] else {
                filled += index > 0 ? "{\(part)" : part
                continue
            }
            filled += value + part[part.index(after: end)...]
        }
        return filled
    }
}
