/// The identity of one command; the same id sent twice is answered with the first outcome.
package struct CommandID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The most bytes of an id; an answer repeats it, and has to fit the log too.
    package static let longest = 1000

    package let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { self.text }

    package static func < (left: CommandID, right: CommandID) -> Bool { left.text < right.text }
}

extension CommandID: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self.text)
    }
}
