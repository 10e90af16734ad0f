import Redressal

/// A field as it is shown: of a sealed value only that it is there.
struct ShownField: Encodable {
    let value: FieldValue

    private enum CodingKeys: String, CodingKey {
        case sealed
    }

    func encode(to encoder: any Encoder) throws {
        switch self.value {
        case .sealed:
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(true, forKey: .sealed)
        case .list(let values):
            var container = encoder.singleValueContainer()
            try container.encode(values.map { ShownField(value: $0) })
        case .string, .integer, .decimal, .boolean:
            try self.value.encode(to: encoder)
        }
    }
}
