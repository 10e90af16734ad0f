import Foundation

/// A case's fields as they came: texts and truth values by name.
struct CrudFields: Codable, Sendable {
    enum Value: Codable, Sendable {
        case text(String)
        case flag(Bool)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let flag = try? container.decode(Bool.self) {
                self = .flag(flag)
            } else {
                self = .text(try container.decode(String.self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .flag(let flag): try container.encode(flag)
            }
        }
    }

    private let values: [String: Value]

    init(from decoder: any Decoder) throws { self.values = try [String: Value](from: decoder) }

    func encode(to encoder: any Encoder) throws { try self.values.encode(to: encoder) }

    /// A text among them.
    subscript(name: String) -> String? {
        if case .text(let text) = self.values[name] { text } else { nil }
    }

    /// As JSON.
    func json() throws -> String { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
}
