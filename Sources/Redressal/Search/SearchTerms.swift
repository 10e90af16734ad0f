/// The words that a text is found by, written one way whatever way they were typed.
///
/// A text is found by all the words in it, and by parts of Khmer text, which has no blanks between words: every syllable, and every
/// two that stand side by side. There is no searching by the beginning of a word.
package enum SearchTerms {
    /// What a text is found by.
    package static func indexed(_ text: String) -> Set<String> {
        self.terms(of: text, number: \.indexed, syllables: KhmerSyllables.indexed)
    }

    /// What has to be in a text for these words to find it; all of it is in ``indexed(_:)`` of the same words.
    package static func asked(_ words: String) -> Set<String> {
        self.terms(of: words, number: \.asked, syllables: KhmerSyllables.asked)
    }

    private static func terms(
        of text: String, number: KeyPath<NumberRun, Set<String>>, syllables: ([String]) -> Set<String>
    ) -> Set<String> {
        var terms: Set<String> = []
        for token in SearchTokens.split(SearchFolding.fold(text)) {
            switch token {
            case .word(let word): terms.insert(word)
            case .number(let run): terms.formUnion(run[keyPath: number])
            case .khmer(let scalars): terms.formUnion(syllables(KhmerSyllables.split(scalars)))
            }
        }
        return terms
    }
}
