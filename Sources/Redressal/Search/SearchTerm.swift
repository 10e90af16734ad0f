/// Something that a case is found by.
package enum SearchTerm: Hashable, Sendable {
    /// A word of its fields, as ``SearchTerms`` writes it.
    case word(String)
    /// The office that it is with.
    case office(String)
    /// That it is not closed.
    case open
    /// Whose key sealed some of the words: they go when the key is destroyed.
    case subject(String)

    /// As it goes into ``SearchKey``: another kind never gives the same bytes.
    var bytes: [UInt8] {
        switch self {
        case .word(let word): Self.bytes("w", word)
        case .office(let office): Self.bytes("o", office)
        case .open: Self.bytes("s", "open")
        case .subject(let subject): Self.bytes("p", subject)
        }
    }

    private static func bytes(_ kind: String, _ text: String) -> [UInt8] { Array("\(kind)\u{1F}\(text)".utf8) }
}
