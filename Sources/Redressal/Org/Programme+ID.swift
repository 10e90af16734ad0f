extension Programme {
    /// Whether a text can be the id of an office, a post or an account: 1 to 64 lower-case letters, digits, hyphens and
    /// underscores, the first a letter.
    package static func isID(_ text: String) -> Bool {
        let isLetter = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
        guard 1...64 ~= text.utf8.count, text.utf8.first.map(isLetter) == true else { return false }
        return text.utf8.allSatisfy {
            isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: "_")
        }
    }
}
