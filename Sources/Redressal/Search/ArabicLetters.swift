/// Letters of the Arabic script that stand for one another in what people type.
///
/// Keyboards for Arabic, Urdu, Pashto, Sindhi, Balochi and Saraiki have different code points for one letter, and who has no key
/// for a letter takes the nearest (domain.md §4.2; the letters' names are the Unicode Standard's). What is decomposed, such as
/// alef with madda or yeh with hamza, arrives here without its mark.
enum ArabicLetters {
    /// A letter, and those that are typed in its place; by code point, because most look alike.
    private struct Family {
        let letter: Unicode.Scalar
        let others: String

        init(_ letter: Unicode.Scalar, _ others: String) {
            self.letter = letter
            self.others = others
        }
    }

    static let folded: [Unicode.Scalar: Unicode.Scalar] = {
        var folded: [Unicode.Scalar: Unicode.Scalar] = [:]
        for family in Self.families {
            for other in family.others.unicodeScalars { folded[other] = family.letter }
        }
        return folded
    }()

    /// Not folded are Pashto's ښ, ږ, ځ and څ: each is typed with two different letters of Urdu, by how the writer speaks.
    private static let families = [
        // Alef: with wasla, and with wavy hamza above and below.
        Family("\u{0627}", "\u{0671}\u{0672}\u{0673}"),
        // Farsi yeh: Arabic yeh, alef maksura, Pashto e, yeh with tail, with small v, yeh barree. Who writes Pashto on an Urdu
        // keyboard has only yeh barree for e; so Urdu's larki (girl) and larke (boys) are one word here.
        Family("\u{06CC}", "\u{064A}\u{0649}\u{06D0}\u{06CD}\u{06CE}\u{06D2}"),
        // Keheh: Arabic kaf, and swash kaf, which is Sindhi's plain k beside keheh for its aspirate.
        Family("\u{06A9}", "\u{0643}\u{06AA}"),
        // Gaf: Pashto's kaf with ring, and gaf with ring.
        Family("\u{06AF}", "\u{06AB}\u{06B0}"),
        // Heh: heh goal, heh doachashmee, ae, and teh marbuta, which many write as heh at the end of names.
        Family("\u{0647}", "\u{06C1}\u{06BE}\u{06D5}\u{0629}\u{06C3}"),
        // Noon: noon ghunna, Pashto's noon with ring, Sindhi's rnoon, Saraiki's noon with small tah.
        Family("\u{0646}", "\u{06BA}\u{06BC}\u{06BB}\u{0768}"),
        // Retroflex letters, which each language dots in its own way: Urdu's, then Pashto's and Sindhi's; Saraiki's dal too.
        Family("\u{0679}", "\u{067C}\u{067D}"),
        Family("\u{0688}", "\u{0689}\u{068A}\u{0759}"),
        Family("\u{0691}", "\u{0693}\u{0699}"),
    ]
}
