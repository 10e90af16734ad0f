/// Where a reader stands in a text of bytes, and whether the bytes so far are UTF-8 without NUL.
///
/// Lines and columns count from 1; a column is a character, not a byte.
struct TextPosition {
    private(set) var line = 1
    private(set) var column = 0
    /// How many bytes the character begun still needs, and the range the next of them lies in.
    private var missing = 0
    private var range: ClosedRange<UInt8> = 0x80...0xBF

    /// Takes one byte in.
    ///
    /// - Returns: What is wrong with it and where, or nil.
    mutating func advance(over byte: UInt8) -> RowDefect? {
        if self.missing > 0, self.range.contains(byte) {
            self.missing -= 1
            self.range = 0x80...0xBF
            return nil
        }
        if self.missing > 0 {
            self.missing = 0
            return self.defect("UTF-8 text", "a cut-off character")
        }
        self.column += 1
        if byte == 0 { return self.defect("text", "a NUL character") }
        if byte < 0x80 || self.begin(byte) { return nil }
        return self.defect("UTF-8 text", "byte 0x\(String(byte, radix: 16, uppercase: true))")
    }

    /// What is wrong with a text that ends here, or nil.
    func end() -> RowDefect? { self.missing > 0 ? self.defect("UTF-8 text", "a cut-off character") : nil }

    private func defect(_ expected: String, _ found: String) -> RowDefect {
        RowDefect("expected \(expected) but found \(found) at line \(self.line), column \(self.column)")
    }

    /// Goes to the beginning of the next line.
    mutating func startLine() {
        self.line += 1
        self.column = 0
    }

    /// Begins a character of several bytes; the ranges are those of Unicode 15, table 3-7.
    private mutating func begin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xC2...0xDF: self.missing = 1
        case 0xE0...0xEF: self.missing = 2
        case 0xF0...0xF4: self.missing = 3
        default: return false
        }
        switch byte {
        case 0xE0: self.range = 0xA0...0xBF
        case 0xED: self.range = 0x80...0x9F
        case 0xF0: self.range = 0x90...0xBF
        case 0xF4: self.range = 0x80...0x8F
        default: self.range = 0x80...0xBF
        }
        return true
    }
}
