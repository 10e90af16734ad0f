/// The identity of one case; also the key of its records, so that one case stays in one partition.
package struct CaseID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The most bytes of an id; indexes of the read models take no longer ones.
    package static let longest = 200

    package let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { self.text }

    package static func < (left: CaseID, right: CaseID) -> Bool { left.text < right.text }
}

extension CaseID: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self.text)
    }
}
