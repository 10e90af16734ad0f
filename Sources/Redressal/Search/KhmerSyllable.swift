/// One syllable, with its signs in the order of the Unicode Standard whatever the order they were typed in.
struct KhmerSyllable {
    private static let coeng: Unicode.Scalar = "\u{17D2}"
    private static let ro: Unicode.Scalar = "\u{179A}"

    private let first: Unicode.Scalar
    /// The letters below, ro last.
    private var below: [Unicode.Scalar] = []
    private var signs: [Unicode.Scalar] = []

    init(_ first: Unicode.Scalar) { self.first = first }

    /// Whether it is a consonant or an independent vowel.
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool { 0x1780...0x17B3 ~= scalar.value }

    mutating func addBelow(_ letter: Unicode.Scalar) {
        // Da and ta look the same below another letter; the second is the usual one.
        self.below.append(letter == "\u{178A}" ? "\u{178F}" : letter)
    }

    mutating func add(_ sign: Unicode.Scalar) { self.signs.append(sign) }

    var text: String {
        var text = String.UnicodeScalarView()
        text.append(self.first)
        for letter in self.below.filter({ $0 != Self.ro }) + self.below.filter({ $0 == Self.ro }) {
            text.append(Self.coeng)
            text.append(letter)
        }
        text.append(contentsOf: Self.composed(self.signs.sorted { Self.place($0) < Self.place($1) }))
        return String(text)
    }

    /// Shifters and robat come before the vowel, other signs after it; of one kind they are in the order of their code points.
    private static func place(_ sign: Unicode.Scalar) -> UInt32 {
        switch sign.value {
        case 0x17C9, 0x17CA, 0x17CC: sign.value
        case 0x17B6...0x17C5: sign.value + 0x1000
        default: sign.value + 0x2000
        }
    }

    /// Vowels that were typed in two halves, e with ii or with aa, as the one they look like.
    private static func composed(_ signs: [Unicode.Scalar]) -> [Unicode.Scalar] {
        for (halves, whole) in Self.halves where halves.isSubset(of: signs) {
            let rest = signs.filter { !halves.contains($0) } + [whole]
            return rest.sorted { Self.place($0) < Self.place($1) }
        }
        return signs
    }

    private static let halves: [(Set<Unicode.Scalar>, Unicode.Scalar)] = [
        (["\u{17C1}", "\u{17B8}"], "\u{17BE}"), (["\u{17C1}", "\u{17B6}"], "\u{17C4}"),
    ]
}
