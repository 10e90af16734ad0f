import Testing

@testable import Redressal

/// What texts are found by: whatever way a word is typed, it is the same term.
@Suite struct SearchTermsTests {
    private static func isFound(_ words: String, in text: String) -> Bool {
        let asked = SearchTerms.asked(words)
        return !asked.isEmpty && asked.isSubset(of: SearchTerms.indexed(text))
    }

    /// Each line holds spellings of one word or number.
    private static let spellings = [
        // Ali with Arabic, Farsi and Pashto yeh; with harakat; with tatweel (domain.md T2).
        [
            "\u{0639}\u{0644}\u{064A}", "\u{0639}\u{0644}\u{06CC}", "\u{0639}\u{0644}\u{0649}",
            "\u{0639}\u{064E}\u{0644}\u{0650}\u{064A}\u{0651}",
            "\u{0639}\u{0640}\u{0640}\u{0644}\u{06CC}", "\u{0639}\u{0644}\u{06D0}", "\u{0639}\u{0644}\u{06CD}",
        ],
        // Pani (water) as presentation forms.
        ["\u{067E}\u{0627}\u{0646}\u{06CC}", "\u{FB58}\u{FE8E}\u{FEE7}\u{FEF2}"],
        // Ahmad with and without hamza; Ameena with madda.
        ["\u{0623}\u{062D}\u{0645}\u{062F}", "\u{0627}\u{062D}\u{0645}\u{062F}"],
        [
            "\u{0622}\u{0645}\u{0646}\u{06C1}", "\u{0627}\u{0645}\u{0646}\u{0647}",
            "\u{0627}\u{0653}\u{0645}\u{0646}\u{0629}",
        ],
        // Kitab with Arabic kaf, keheh and Sindhi's swash kaf.
        ["\u{0643}\u{062A}\u{0627}\u{0628}", "\u{06A9}\u{062A}\u{0627}\u{0628}", "\u{06AA}\u{062A}\u{0627}\u{0628}"],
        // Khan with noon ghunna.
        ["\u{062E}\u{0627}\u{06BA}", "\u{062E}\u{0627}\u{0646}"],
        // Pashto sarak (road) and gul on a Pashto and on an Urdu keyboard.
        ["\u{0633}\u{0693}\u{06A9}", "\u{0633}\u{0691}\u{06A9}", "\u{0633}\u{0699}\u{06AA}"],
        ["\u{06AB}\u{0644}", "\u{06AF}\u{0644}"],
        // A joiner in the middle of a word, and marks of direction around it.
        [
            "\u{0628}\u{06D2}\u{200C}\u{06A9}\u{0627}\u{0631}",
            "\u{202B}\u{0628}\u{06CC}\u{06A9}\u{0627}\u{0631}\u{202C}",
        ],
        // Digits of four scripts.
        [
            "\u{06F1}\u{06F2}\u{06F3}", "\u{0661}\u{0662}\u{0663}", "\u{17E1}\u{17E2}\u{17E3}", "123",
            "\u{FF11}\u{FF12}\u{FF13}",
        ],
        ["Müller", "MULLER", "mu\u{0308}ller"], ["Straße", "STRASSE", "STRAẞE"], ["Øresund", "oresund"],
        ["İzmir", "izmir"],
        // Khmer: stri with its two subscripts in either order, and with da for ta.
        [
            "\u{179F}\u{17D2}\u{178F}\u{17D2}\u{179A}\u{17B8}", "\u{179F}\u{17D2}\u{179A}\u{17D2}\u{178F}\u{17B8}",
            "\u{179F}\u{17D2}\u{178A}\u{17D2}\u{179A}\u{17B8}",
            "\u{179F}\u{17D2}\u{178F}\u{17D2}\u{179A}\u{17B4}\u{17B8}",
        ],
        // Khmer: a vowel typed in two halves, and a sign before the vowel.
        ["\u{1785}\u{17BE}", "\u{1785}\u{17C1}\u{17B8}", "\u{1785}\u{17B8}\u{17C1}"],
        ["\u{178F}\u{17B6}\u{17C6}", "\u{178F}\u{17C6}\u{17B6}"],
        ["0300-5551234", "+92 300 5551234", "0092 (300) 555-1234", "923005551234", "3005551234", "۰۳۰۰ ۵۵۵۱۲۳۴"],
        ["012 345 678", "+855 12 345 678", "85512345678", "០១២ ៣៤៥ ៦៧៨"],
        ["17301-1234567-1", "1730112345671", "17301 1234567 1"],
        ["K7MQ-3RTW-9XH3", "k7mq 3rtw 9xh3"],
    ]

    @Test(arguments: Self.spellings) func spellingsOfAWordAreOne(_ spellings: [String]) {
        for words in spellings {
            for text in spellings { #expect(Self.isFound(words, in: text), "\(words) in \(text)") }
        }
        #expect(Set(spellings.map { SearchTerms.asked($0) }).count == 1)
    }

    @Test func wordsThatDifferAreNotFound() {
        #expect(!Self.isFound("water", in: "waters"))
        #expect(!Self.isFound("علی", in: "علیم"))
        #expect(!Self.isFound("ပ", in: "ဗ"))
        #expect(!Self.isFound("03005551234", in: "03005551235"))
        // Ka and kha.
        #expect(!Self.isFound("\u{1780}", in: "\u{1781}"))
    }

    @Test func aTextIsFoundByItsWordsInAnyOrder() {
        let text = "ہماری گلی میں پانی نہیں آتا، نلکا نمبر ۱۲ خراب ہے۔ Call Aisha Bibi: 0300-5551234 (evening)."
        for words in ["پاني", "گلي", "bibi aisha", "12", "03005551234", "نلکا خراب", "evening 0300 555-1234"] {
            #expect(Self.isFound(words, in: text), "\(words)")
        }
        for words in ["پانی بجلی", "evenings", "0300 5551235"] { #expect(!Self.isFound(words, in: text), "\(words)") }
    }

    /// The rating words of the score card (domain.md §4.2), in a sentence without blanks, with a zero-width blank in it.
    @Test func khmerIsFoundWithoutBlanks() {
        let text = "ខ្ញុំមិនពេញចិត្ត\u{200B}ខ្លាំងនឹងសេវានេះ"
        for words in ["មិនពេញចិត្ត", "ពេញចិត្ត", "ពេញចិត្តខ្លាំង", "ខ្លាំង", "សេវា", "ខ្ញុំ"] {
            #expect(Self.isFound(words, in: text), "\(words)")
        }
        #expect(!Self.isFound("ទទួលយកបាន", in: text))
    }

    @Test func aNumberIsFoundAmongOthers() {
        #expect(Self.isFound("0300 5551234", in: "House 12 0300 5551234"))
        #expect(Self.isFound("12", in: "House 12 0300 5551234"))
        #expect(SearchTerms.asked("2024 3") == ["2024", "3"])
    }

    @Test(arguments: ["", "   ", "؟ ! - …", "\u{200B}\u{0640}", "\u{17D2}"]) func whatIsNoWordIsNothing(_ text: String)
    {
        #expect(SearchTerms.asked(text).isEmpty)
    }
}
