/// The value of a case's field, as commands and events carry it.
package enum FieldValue: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case decimal(Double)
    case boolean(Bool)
    case list([FieldValue])
    case sealed(SealedValue)

    /// The text, for a string only.
    package var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The instant that a string holds.
    package var instant: Instant? { self.text.flatMap { Instant($0) } }

    /// Whether it is a text of nothing but blanks or an empty list, which count as not filled in.
    package var isEmpty: Bool {
        switch self {
        case .string(let text): text.allSatisfy(\.isWhitespace)
        case .list(let values): values.isEmpty
        case .integer, .decimal, .boolean, .sealed: false
        }
    }
}

extension FieldValue: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let flag = try? container.decode(Bool.self) {
            self = .boolean(flag)
        } else if let number = try? container.decode(Int.self) {
            self = .integer(number)
        } else if let number = try? container.decode(Double.self) {
            self = .decimal(number)
        } else if let values = try? container.decode([FieldValue].self) {
            self = .list(values)
        } else {
            self = .sealed(try container.decode(SealedValue.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .string(let text): try container.encode(text)
        case .integer(let number): try container.encode(number)
        case .decimal(let number): try container.encode(number)
        case .boolean(let flag): try container.encode(flag)
        case .list(let values): try container.encode(values)
        case .sealed(let value): try container.encode(value)
        }
    }
}
