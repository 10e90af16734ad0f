/// Digits with nothing but blanks, hyphens and the like between them: a telephone number, a CNIC, a date, or neighbours by
/// chance.
struct NumberRun: Hashable {
    /// How many digits a number may have that people write in parts: from a local telephone number to the longest one (ITU-T
    /// E.164).
    private static let together = 7...15
    /// How many parts it may have.
    private static let mostParts = 6

    private let parts: [String]

    init(_ parts: [String]) { self.parts = parts }

    /// Each part by itself, and parts that stand side by side as one number.
    var indexed: Set<String> {
        var numbers = Set(self.parts.map(Self.domestic))
        for start in self.parts.indices {
            for end in self.parts.indices where end > start && end - start < Self.mostParts {
                let joined = self.parts[start...end].joined()
                if Self.together ~= joined.utf8.count { numbers.insert(Self.domestic(joined)) }
            }
        }
        return numbers
    }

    /// All parts as one number if they may be one, else each by itself.
    var asked: Set<String> {
        let joined = self.parts.joined()
        guard self.parts.count <= Self.mostParts, Self.together ~= joined.utf8.count else {
            return Set(self.parts.map(Self.domestic))
        }
        return [Self.domestic(joined)]
    }

    /// The country's prefix with the number of digits after it, without the trunk's zero: Pakistan's numbers have 9 or 10,
    /// Cambodia's 8 or 9 (ITU-T E.164, national numbering plans).
    private static let countries = [(prefix: "92", digits: 9...10), (prefix: "855", digits: 8...9)]

    /// A telephone number as it is dialled within its country: `+92 300 5551234`, `0092…` and `3005551234`, which a spreadsheet
    /// makes of `03005551234`, are that one; any other number as it is.
    private static func domestic(_ digits: String) -> String {
        guard self.together.contains(digits.utf8.count) else { return digits }
        let international = digits.hasPrefix("00") ? digits.dropFirst(2) : digits[...]
        for country in self.countries where international.hasPrefix(country.prefix) {
            let rest = international.dropFirst(country.prefix.utf8.count)
            let number = rest.hasPrefix("0") ? rest.dropFirst() : rest
            if country.digits.contains(number.utf8.count), !number.hasPrefix("0") { return "0\(number)" }
        }
        return digits.utf8.count == 10 && digits.hasPrefix("3") ? "0\(digits)" : digits
    }
}
