/// A header's value with parameters (RFC 9110 §5.6.6), such as `form-data; name="file"`.
struct HeaderParameters: Hashable {
    /// What comes before the first semicolon, in lower case.
    let value: String
    private let parameters: [String: String]

    init(_ text: some StringProtocol) {
        let parts = Self.split(text, at: ";")
        self.value = parts.first?.lowercased() ?? ""
        self.parameters = Self.pairs(parts.dropFirst())
    }

    /// A parameter's value, without quotes; its name in lower case.
    subscript(name: String) -> String? { self.parameters[name] }

    /// Pairs of a list's member that has nothing but them, such as those of `Forwarded`.
    static func pairs(_ text: some StringProtocol) -> [String: String] { self.pairs(self.split(text, at: ";")[...]) }

    /// Parts between separators that are not inside quotes, without blanks around them.
    static func split(_ text: some StringProtocol, at separator: Character) -> [String] {
        var parts = [""]
        var isQuoted = false
        var isEscaped = false
        for character in text {
            if character == separator, !isQuoted {
                parts.append("")
                continue
            }
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = isQuoted && character == "\\" && !isEscaped
            parts[parts.count - 1].append(character)
        }
        return parts.map { $0.trimmingPrefix(while: \.isWhitespace) }.map { part in
            String(part.reversed().drop(while: \.isWhitespace).reversed())
        }
    }

    private static func pairs(_ parts: ArraySlice<String>) -> [String: String] {
        var pairs: [String: String] = [:]
        for part in parts {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            let text = pair[1]
            let isQuoted = text.count >= 2 && text.hasPrefix("\"") && text.hasSuffix("\"")
            let name = pair[0].lowercased()
            // The first one counts, as in browsers.
            if pairs[name] == nil { pairs[name] = isQuoted ? Self.unquoted(text) : String(text) }
        }
        return pairs
    }

    private static func unquoted(_ text: Substring) -> String {
        var plain = ""
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            isEscaped = character == "\\" && !isEscaped
            if !isEscaped { plain.append(character) }
        }
        return plain
    }
}
