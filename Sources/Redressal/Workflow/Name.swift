/// The name a definition gives to one of its parts; the parameter keeps names of different kinds apart.
package struct Name<Kind>: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package init(_ text: String) { self.rawValue = text }
}

/// The name of a state, such as `in_progress`.
package typealias StateName = Name<State>
/// The name of an action (`do`), such as `propose_resolution`.
package typealias ActionName = Name<Action>
/// The name of a field, such as `reason_code`.
package typealias FieldName = Name<Field>
/// What a person may act as, such as `triage_officer`.
package typealias Role = Name<RoleKind>

/// Tells role names apart from other names; it has no values.
package enum RoleKind {}

extension Role {
    /// The engine itself: the only role that may take `timer` actions.
    package static var system: Role { Role("system") }
}

extension Name: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self.init(text) }
}

extension Name: CustomStringConvertible {
    package var description: String { self.rawValue }
}

extension Name: Comparable {
    package static func < (left: Name, right: Name) -> Bool { left.rawValue < right.rawValue }
}

extension Name: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self.rawValue)
    }
}

extension Name: CodingKeyRepresentable {
    package var codingKey: any CodingKey { self.rawValue.codingKey }

    package init?(codingKey: some CodingKey) { self.init(codingKey.stringValue) }
}
