import Foundation

/// Writes text one way, whichever of several ways it was typed: the same letters and digits give the same code points.
///
/// Unicode's compatibility decomposition (UAX #15, NFKD), without marks above and below letters, in small letters, with the
/// letters of ``ArabicLetters`` and ``LatinLetters`` put for those that people type in their place.
enum SearchFolding {
    static func fold(_ text: String) -> [Unicode.Scalar] {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text.unicodeScalars.map(self.small) }
        return text.decomposedStringWithCompatibilityMapping.unicodeScalars.flatMap(self.fold)
    }

    private static func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if scalar.isASCII { return [self.small(scalar)] }
        if self.isLeftOut(scalar) { return [] }
        if let digit = self.digit(scalar) { return [digit] }
        if let letter = ArabicLetters.folded[scalar] { return [letter] }
        if let letters = LatinLetters.folded[scalar] { return letters }
        // Small, capital and small again: ẞ, ß and SS are one, as are σ and ς (CaseFolding of UAX #44 is not in the library).
        let capital = scalar.properties.lowercaseMapping.unicodeScalars.map(\.properties.uppercaseMapping).joined()
        let small = capital.unicodeScalars.map(\.properties.lowercaseMapping).joined()
        return small.unicodeScalars.filter { !self.isLeftOut($0) }
    }

    private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard "A"..."Z" ~= scalar else { return scalar }
        return Unicode.Scalar(UInt8(scalar.value) + 32)
    }

    /// The decimal digit of any script as one of `0` to `9`.
    private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else { return nil }
        return Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))
    }

    /// What is not seen, or what some write and others do not: joiners and direction marks, zero-width blanks, the tatweel that
    /// stretches a word, vowel signs and accents.
    private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .format: true
        // Marks of scripts in which they are letters, as in Khmer, stay.
        case .nonspacingMark, .enclosingMark: self.accents.contains { $0.contains(scalar.value) }
        default: self.unseen.contains(scalar.value)
        }
    }

    /// Blocks of marks that are put over Latin, Greek, Cyrillic and Arabic letters, and variation selectors.
    private static let accents: [ClosedRange<UInt32>] = [
        0x0300...0x036F, 0x0483...0x0489, 0x0610...0x061A, 0x064B...0x065F, 0x0670...0x0670, 0x06D6...0x06ED,
        0x0898...0x089F, 0x08CA...0x08FF, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F,
        0xFE20...0xFE2F,
    ]

    /// Tatweel, the lone and the high hamza, which stand where others write none.
    private static let unseen: Set<UInt32> = [0x0640, 0x0621, 0x0674]
}
