/// Khmer code points that the Unicode Standard, chapter 16.4, advises against, or that have another for the same.
enum KhmerLetters {
    static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        switch scalar.value {
        // Independent vowels qaq and qaa: deprecated, for qa, and qa with aa.
        case 0x17A3: ["\u{17A2}"]
        case 0x17A4: ["\u{17A2}", "\u{17B6}"]
        // Quk: for qu and ka.
        case 0x17A8: ["\u{17A7}", "\u{1780}"]
        // Qoo of type two is a variant of type one.
        case 0x17B2: ["\u{17B1}"]
        // Inherent vowels, which are never seen.
        case 0x17B4, 0x17B5: []
        default: [scalar]
        }
    }
}
