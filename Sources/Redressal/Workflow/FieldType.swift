/// What a field may hold.
package indirect enum FieldType: Hashable, Sendable {
    /// Free text; always personal, because people write names into it.
    case text
    /// A short label or identifier that is not personal unless the field says so.
    case string
    /// One of the field's values, or of a list kept as reference data.
    case code
    case integer
    case decimal
    case boolean
    /// A day on the calendar of the case's office.
    case date
    case instant
    /// The id of another record, such as a case, a person or an attachment.
    case reference
    case user
    case post
    case office
    /// An amount with its currency.
    case money
    case list(FieldType)

    /// Whether people may write anything in it.
    package var isFreeText: Bool {
        switch self {
        case .text: true
        case .list(let item): item.isFreeText
        default: false
        }
    }

    /// The types that are not lists.
    package static let scalars: [FieldType] = [
        .text, .string, .code, .integer, .decimal, .boolean, .date, .instant, .reference, .user, .post, .office, .money,
    ]
}

extension FieldType: CustomStringConvertible {
    /// As definitions write it.
    package var description: String {
        switch self {
        case .text: "text"
        case .string: "string"
        case .code: "code"
        case .integer: "integer"
        case .decimal: "decimal"
        case .boolean: "boolean"
        case .date: "date"
        case .instant: "instant"
        case .reference: "reference"
        case .user: "user"
        case .post: "post"
        case .office: "office"
        case .money: "money"
        case .list(let item): "list of \(item)"
        }
    }
}

extension FieldType: LosslessStringConvertible {
    /// Reads `date` or `list of reference`; lists do not nest.
    package init?(_ text: String) {
        let prefix = "list of "
        let isList = text.hasPrefix(prefix)
        let name = isList ? String(text.dropFirst(prefix.count)) : text
        guard let scalar = Self.scalars.first(where: { $0.description == name }) else { return nil }
        self = isList ? .list(scalar) : scalar
    }
}
