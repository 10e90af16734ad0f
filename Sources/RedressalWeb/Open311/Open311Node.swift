import Redressal

/// A document of the standard, which has one shape in JSON and in XML but for its lists.
indirect enum Open311Node: Hashable, Sendable {
    /// `null`, or an empty element.
    case nothing
    case text(String)
    case number(Int)
    case decimal(Double)
    case flag(Bool)
    case record([String: Open311Node])
    /// A list; in XML each item is an element of this name.
    case list(of: String, [Open311Node])

    /// Nothing for nil.
    init(_ text: String?) { self = text.map { .text($0) } ?? .nothing }

    /// Nothing for nil.
    init(_ number: Double?) { self = number.map { .decimal($0) } ?? .nothing }

    /// A W3C date and time of whole seconds, in UTC: clients read no fractions.
    init(_ instant: Instant) { self = .text("\(instant.description.prefix(19))Z") }
}

extension Open311Node: Encodable {
    func encode(to encoder: any Encoder) throws {
        switch self {
        case .record(let members):
            var container = encoder.container(keyedBy: Key.self)
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                try container.encode(value, forKey: Key(name))
            }
        case .list(let name, let items):
            guard CodingUserInfoKey.isXML(encoder) else { return try items.encode(to: encoder) }
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(items, forKey: Key(name))
        case .nothing, .text, .number, .decimal, .flag:
            var container = encoder.singleValueContainer()
            try self.encode(into: &container, isXML: CodingUserInfoKey.isXML(encoder))
        }
    }

    private func encode(into container: inout any SingleValueEncodingContainer, isXML: Bool) throws {
        switch self {
        case .text(let text): try container.encode(isXML ? text.inXML : text)
        case .number(let number): try container.encode(number)
        case .decimal(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .nothing, .record, .list: try container.encodeNil()
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(_ name: String) { self.stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension String {
    /// Without the characters that XML 1.0 (§2.2) cannot hold, not even escaped.
    fileprivate var inXML: String {
        let isAllowed = { (scalar: Unicode.Scalar) in
            scalar.value >= 0x20 && scalar.value & 0xFFFE != 0xFFFE || ["\t", "\n", "\r"].contains(scalar)
        }
        return String(String.UnicodeScalarView(self.unicodeScalars.filter(isAllowed)))
    }
}

extension CodingUserInfoKey {
    /// Set while XML is written.
    static var open311XML: Self? { Self(rawValue: "open311.xml") }

    fileprivate static func isXML(_ encoder: any Encoder) -> Bool {
        self.open311XML.map { encoder.userInfo[$0] != nil } ?? false
    }
}
