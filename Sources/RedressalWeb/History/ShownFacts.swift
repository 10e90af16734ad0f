import Redressal

/// An event's facts as they are shown: of sealed values only that they are there.
struct ShownFacts: Encodable {
    private let facts: JSONValue

    /// - Throws: `EncodingError`, `DecodingError` for facts that are no JSON, which the log cannot hold.
    init(_ event: CaseEvent) throws {
        let bytes = try CanonicalJSON.encode(event.facts)
        self.facts = try CanonicalJSON.decode(JSONValue.self, from: bytes).withoutSealed
    }

    func encode(to encoder: any Encoder) throws { try self.facts.encode(to: encoder) }

    /// Each fact with its value as a text, in the order of their names.
    ///
    /// - Throws: `EncodingError`.
    var members: [(String, String)] {
        get throws {
            guard case .object(let members) = self.facts else { return [] }
            return try members.sorted { $0.key < $1.key }.map { name, value in
                if case .text(let text) = value { return (name, text) }
                return (name, String(decoding: try CanonicalJSON.encode(value), as: UTF8.self))
            }
        }
    }
}

extension JSONValue {
    /// The same with `{"sealed": true}` in place of whatever a person's key opens.
    fileprivate var withoutSealed: JSONValue {
        switch self {
        case .object(let members) where members["box"] != nil && members["subject"] != nil:
            .object(["sealed": .boolean(true)])
        case .object(let members): .object(members.mapValues(\.withoutSealed))
        case .list(let values): .list(values.map(\.withoutSealed))
        case .null, .boolean, .integer, .decimal, .text: self
        }
    }
}
