extension GuardValue: CustomStringConvertible {
    /// As a guard writes it.
    package var description: String {
        switch self {
        case .bool(let value): "\(value)"
        case .int(let value): "\(value)"
        case .double(let value): "\(value)".replacing("e+", with: "e")
        case .string(let text): Self.quoted(text)
        case .timestamp(let instant): "timestamp(\"\(instant)\")"
        case .date(let date): "date(\"\(date)\")"
        case .duration(let milliseconds): Self.span(milliseconds)
        case .list(let items): "[\(items.map(\.description).joined(separator: ", "))]"
        }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n": "\\n"
            case "\r": "\\r"
            case "\t": "\\t"
            default: String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }

    /// The largest unit that is exact; seconds and less cannot be written as a literal and only occur in results.
    private static func span(_ milliseconds: Int64) -> String {
        let units: [(Int64, String)] = [(86_400_000, "d"), (3_600_000, "h"), (60_000, "m"), (1000, "s")]
        guard let (length, unit) = units.first(where: { milliseconds % $0.0 == 0 }) else { return "\(milliseconds)ms" }
        return "\(milliseconds / length)\(unit)"
    }
}
