/// Syllables of Khmer text: a letter with what stands below, above and around it.
///
/// Words are not told apart by blanks, so text is found by its syllables and by every two neighbours. Unicode's normal forms leave
/// the order of Khmer signs alone, so it is put right here by the order of the Unicode Standard, chapter 16.4 ("Khmer"),
/// with the spellings that look alike in one form.
enum KhmerSyllables {
    private static let coeng: Unicode.Scalar = "\u{17D2}"

    /// Letters and signs; digits are ASCII by now, and punctuation is none.
    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        0x1780...0x17D3 ~= scalar.value || scalar.value == 0x17DD
    }

    /// What syllables are found by: each, and every two that follow one another.
    static func indexed(_ syllables: [String]) -> Set<String> {
        Set(syllables).union(self.pairs(syllables))
    }

    /// What has to be there: every two that follow one another, which say more than each; a single one by itself.
    static func asked(_ syllables: [String]) -> Set<String> {
        syllables.count == 1 ? Set(syllables) : Set(self.pairs(syllables))
    }

    private static func pairs(_ syllables: [String]) -> [String] {
        zip(syllables, syllables.dropFirst()).map { $0 + $1 }
    }

    static func split(_ scalars: [Unicode.Scalar]) -> [String] {
        var syllables: [KhmerSyllable] = []
        var isBelow = false
        for scalar in scalars.flatMap(KhmerLetters.folded) {
            if KhmerSyllable.isLetter(scalar), isBelow, !syllables.isEmpty {
                syllables[syllables.count - 1].addBelow(scalar)
            } else if KhmerSyllable.isLetter(scalar) || syllables.isEmpty && scalar != self.coeng {
                syllables.append(KhmerSyllable(scalar))
            } else if scalar != self.coeng {
                syllables[syllables.count - 1].add(scalar)
            }
            isBelow = scalar == self.coeng
        }
        return syllables.map(\.text)
    }
}
