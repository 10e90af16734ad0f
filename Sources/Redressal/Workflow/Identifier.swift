/// The shape of the names in definitions.
enum Identifier {
    /// Whether a text is a letter followed by letters, digits and underscores, all of them ASCII.
    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, Self.isLetter(first), text.utf8.count <= 64 else { return false }
        return text.utf8.allSatisfy { Self.isLetter($0) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x5f }
    }

    /// Whether a text is an identifier in lower case, as states, actions, roles and fields are.
    static func isLowerCase(_ text: String) -> Bool {
        self.isIdentifier(text) && !text.utf8.contains { $0 >= 0x41 && $0 <= 0x5a }
    }

    /// Whether a text is an identifier in upper camel case, as events are.
    static func isUpperCamelCase(_ text: String) -> Bool {
        guard self.isIdentifier(text), let first = text.utf8.first else { return false }
        return first <= 0x5a && !text.utf8.contains(0x5f)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
    }
}
