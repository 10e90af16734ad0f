import Crypto

/// The tracking number a person is given: short, speakable, with a check character, and without a date or place in it.
///
/// Twelve characters of an alphabet without 0/O, 1/I/L and U, in groups of four: `K7MQ-3RTW-9XH3`. The last character
/// checks the others by the Luhn mod N algorithm (ISO/IEC 7812-1 Annex B, generalised), which finds every single wrong
/// character and nearly every swap of neighbours. Source of the wish: domain.md §4.4.
package enum TrackingReference {
    private static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// The tracking number of a case, derived from its id.
    ///
    /// About 54 bits: among a million cases the chance that any two share one is about 1 in 40,000.
    package static func make(for id: CaseID) -> String {
        let digest = Array(SHA256.hash(data: Array("reference\u{1F}\(id.text)".utf8)))
        var number = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var symbols: [Int] = []
        for _ in 0..<11 {
            symbols.append(Int(number % UInt64(self.alphabet.count)))
            number /= UInt64(self.alphabet.count)
        }
        symbols.append(self.check(symbols))
        return self.grouped(symbols)
    }

    /// Whether a text, typed with or without hyphens, blanks or capitals, is a well-formed tracking number.
    package static func isValid(_ text: String) -> Bool { self.normalised(text) != nil }

    /// A tracking number as cases have it, from a text typed with or without hyphens, blanks or capitals; nil for a text
    /// that is no well-formed one.
    package static func normalised(_ text: String) -> String? {
        let typed = text.uppercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
        let symbols = typed.compactMap { self.alphabet.firstIndex(of: $0) }
        guard typed.count == 12, symbols.count == 12, self.check(Array(symbols.dropLast())) == symbols[11] else {
            return nil
        }
        return self.grouped(symbols)
    }

    private static func check(_ symbols: [Int]) -> Int {
        let base = self.alphabet.count
        var sum = 0
        for (index, symbol) in symbols.reversed().enumerated() {
            let addend = index.isMultiple(of: 2) ? symbol * 2 : symbol
            sum += addend / base + addend % base
        }
        return (base - sum % base) % base
    }

    private static func grouped(_ symbols: [Int]) -> String {
        let text = symbols.map { String(UnicodeScalar(self.alphabet[$0])) }.joined()
        return "\(text.prefix(4))-\(text.dropFirst(4).prefix(4))-\(text.suffix(4))"
    }
}
