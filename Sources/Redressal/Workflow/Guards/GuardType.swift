/// The type of a guard's part.
indirect enum GuardType: Hashable, Sendable {
    case bool, int, double, string, timestamp, date, duration
    case list(GuardType)
    /// The items of an empty list literal: fits any type.
    case anything
    /// A value that can only be asked for with `has()`.
    case opaque

    /// The type of a field's value.
    init(_ type: FieldType) {
        switch type {
        case .string, .code, .reference, .user, .post, .office: self = .string
        case .integer: self = .int
        case .decimal: self = .double
        case .boolean: self = .bool
        case .date: self = .date
        case .instant: self = .timestamp
        case .list(let item): self = .list(GuardType(item))
        case .text, .money: self = .opaque
        }
    }

    /// The type of a literal.
    init(_ value: GuardValue) {
        switch value {
        case .bool: self = .bool
        case .int: self = .int
        case .double: self = .double
        case .string: self = .string
        case .timestamp: self = .timestamp
        case .date: self = .date
        case .duration: self = .duration
        case .list(let items): self = .list(items.first.map(GuardType.init) ?? .anything)
        }
    }

    var isNumber: Bool { self == .int || self == .double || self == .anything }

    /// Whether values of the two types can be compared for equality.
    func matches(_ other: GuardType) -> Bool {
        switch (self, other) {
        case (.anything, _), (_, .anything): true
        case (.list(let left), .list(let right)): left.matches(right)
        default: self == other || (self.isNumber && other.isNumber)
        }
    }

    /// Whether values of the type stand in an order.
    var isOrdered: Bool {
        switch self {
        case .int, .double, .string, .timestamp, .date, .duration, .anything: true
        case .bool, .list, .opaque: false
        }
    }
}

extension GuardType: CustomStringConvertible {
    var description: String {
        switch self {
        case .bool: "true or false"
        case .int: "a whole number"
        case .double: "a number"
        case .string: "a text"
        case .timestamp: "an instant"
        case .date: "a date"
        case .duration: "a span of time"
        case .list(let item): "a list (of \(item))"
        case .anything: "anything"
        case .opaque: "a value that only has() may ask for"
        }
    }
}
