import Testing

@testable import Redressal

/// What holds of any text.
@Suite struct SearchTermsPropertyTests {
    private static func scalars(_ ranges: [ClosedRange<UInt32>]) -> [Unicode.Scalar] {
        ranges.flatMap { $0.compactMap { Unicode.Scalar($0) } }
    }

    /// Every code point that texts of ours are likely to hold, and many that are not.
    private static let all = Self.scalars([
        0x20...0x24F, 0x300...0x36F, 0x370...0x52F, 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x97F, 0x1780...0x17FF,
        0x1E00...0x1FFF, 0x2000...0x20CF, 0x2100...0x218F, 0xFB00...0xFDFF, 0xFE70...0xFEFF, 0xFF00...0xFF5E,
    ])
    private static let khmer = Self.scalars([0x1780...0x17D3, 0x17DD...0x17DD])
    private static let digits = Self.scalars([0x30...0x39]) + [" ", "-", "+"]

    private static func text(_ alphabet: [Unicode.Scalar], _ length: Int, _ random: inout SeededGenerator) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<length { text.append(alphabet.randomElement(using: &random) ?? " ") }
        return String(text)
    }

    @Test func foldingOnceIsEnough() {
        for scalar in Self.all {
            let once = SearchFolding.fold(String(scalar))
            let text = String(String.UnicodeScalarView(once))
            #expect(SearchFolding.fold(text) == once, "U+\(String(scalar.value, radix: 16))")
        }
    }

    /// Words taken out of a text are found in it, and are themselves when they are taken apart again.
    @Test(arguments: 0..<200) func termsOfTermsAreThemselves(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for alphabet in [Self.all, Self.khmer, Self.digits] {
            let text = Self.text(alphabet, Int.random(in: 1...60, using: &random), &random)
            let indexed = SearchTerms.indexed(text)
            #expect(
                SearchTerms.asked(text).isSubset(of: indexed),
                "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
            for term in indexed {
                #expect(
                    SearchTerms.asked(term).isSubset(of: indexed),
                    "\(term.unicodeScalars.map { String($0.value, radix: 16) })")
            }
        }
    }

    /// Any run of whole syllables of a Khmer text finds it, of one syllable too.
    @Test(arguments: 0..<200) func anyPartOfKhmerIsFound(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let scalars = SearchFolding.fold(Self.text(Self.khmer, 80, &random))
        let syllables = KhmerSyllables.split(scalars)
        let indexed = SearchTerms.indexed(syllables.joined())
        for start in syllables.indices {
            let end = Int.random(in: start..<syllables.count, using: &random)
            let part = syllables[start...end].joined()
            #expect(SearchTerms.asked(part).isSubset(of: indexed), "seed \(seed), syllables \(start) to \(end)")
        }
    }

    /// The order in which signs of a syllable were typed does not matter.
    @Test(arguments: 0..<100) func theOrderOfSignsDoesNotMatter(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let signs = Self.scalars([0x17B6...0x17D1])
        let chosen = (0..<4).compactMap { _ in signs.randomElement(using: &random) }
        let below: [[Unicode.Scalar]] = [["\u{17D2}", "\u{179A}"], ["\u{17D2}", "\u{1798}"]]
        let parts = chosen.map { [$0] } + below
        let spellings = (0..<10).map { _ in
            var text = String.UnicodeScalarView(["\u{1780}"])
            for part in parts.shuffled(using: &random) { text.append(contentsOf: part) }
            return SearchTerms.asked(String(text))
        }
        #expect(Set(spellings).count == 1)
    }
}
