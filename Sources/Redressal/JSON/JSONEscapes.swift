/// The escapes of JSON's strings (RFC 8259 §7).
enum JSONEscapes {
    private static let backslash = UInt8(ascii: "\\")

    /// Reads a string whose escapes were found to be right.
    static func text(of bytes: ArraySlice<UInt8>) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] == self.backslash else {
                plain.append(bytes[index])
                index += 1
                continue
            }
            let kind = bytes[index + 1]
            index += 2
            guard kind == UInt8(ascii: "u") else {
                plain.append(self.meaning(of: kind) ?? kind)
                continue
            }
            plain += String(self.scalar(in: bytes, at: &index) ?? "\u{FFFD}").utf8
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// What a letter after a backslash stands for; nil when it is none of JSON's, or `u`.
    static func meaning(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "/"), self.backslash: letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    /// Reads the four digits after `\u`, and those of a second half after a first.
    ///
    /// - Parameter index: Of the first digit; afterwards, of what follows.
    /// - Returns: Nil for halves that do not match and for what are no digits.
    static func scalar(in bytes: ArraySlice<UInt8>, at index: inout Int) -> Unicode.Scalar? {
        guard let high = self.unit(in: bytes, at: &index) else { return nil }
        guard UTF16.isLeadSurrogate(high) else { return Unicode.Scalar(high) }
        guard index + 2 <= bytes.endIndex, bytes[index] == self.backslash, bytes[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        index += 2
        guard let low = self.unit(in: bytes, at: &index), UTF16.isTrailSurrogate(low) else { return nil }
        return Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
    }

    private static func unit(in bytes: ArraySlice<UInt8>, at index: inout Int) -> UInt16? {
        guard index + 4 <= bytes.endIndex else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[index..<index + 4] {
            guard let digit = Self.digit(byte) else { return nil }
            unit = unit << 4 | digit
        }
        index += 4
        return unit
    }

    private static func digit(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    // MARK: Writing

    static func isNeeded(_ byte: UInt8) -> Bool { byte < 0x20 || byte == UInt8(ascii: "\"") || byte == self.backslash }

    /// Writes one byte of a string, escaped if need be.
    static func write(_ byte: UInt8, to output: inout [UInt8]) {
        guard self.isNeeded(byte) else { return output.append(byte) }
        output.append(self.backslash)
        switch byte {
        case 0x08: output.append(UInt8(ascii: "b"))
        case 0x0C: output.append(UInt8(ascii: "f"))
        case 0x0A: output.append(UInt8(ascii: "n"))
        case 0x0D: output.append(UInt8(ascii: "r"))
        case 0x09: output.append(UInt8(ascii: "t"))
        case UInt8(ascii: "\""), self.backslash: output.append(byte)
        default: output.append(contentsOf: ("u00" + Hex.encode([byte])).utf8)
        }
    }
}
