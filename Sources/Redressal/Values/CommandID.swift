/// The identity of one command; the same id sent twice is answered with the first outcome.
package struct CommandID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The most bytes of an id; an answer repeats it, and has to fit the log too.
    package static let longest = 1000

    package let text: String

    package init(_ text: String) { self.text = text }

    /// Whether a sender's own key can stand for a command: 1 to 255 visible ASCII characters, as in HTTP's header.
    package static func isIdempotencyKey(_ text: String) -> Bool {
        (1...255).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

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
