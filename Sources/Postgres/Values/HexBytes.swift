/// PostgreSQL's hexadecimal text form of a `bytea`, such as `\x00ff`.
enum HexBytes {
    private static let digits = Array("0123456789abcdef".utf8)

    /// Writes the bytes as `\x` and two digits a byte.
    static func text(of bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: 2 + bytes.count * 2) { buffer in
            buffer[0] = UInt8(ascii: "\\")
            buffer[1] = UInt8(ascii: "x")
            for (index, byte) in bytes.enumerated() {
                buffer[2 + index * 2] = Self.digits[Int(byte >> 4)]
                buffer[3 + index * 2] = Self.digits[Int(byte & 15)]
            }
            return 2 + bytes.count * 2
        }
    }

    /// Reads bytes back, or nil if the text is not `\x` and pairs of hexadecimal digits.
    static func bytes(of text: String) -> [UInt8]? {
        var text = text
        return text.withUTF8 { characters in
            guard characters.starts(with: "\\x".utf8), characters.count.isMultiple(of: 2) else { return nil }
            var isHexadecimal = true
            let bytes = [UInt8](unsafeUninitializedCapacity: characters.count / 2 - 1) { buffer, count in
                count = characters.count / 2 - 1
                for index in 0..<count {
                    let high = Self.values[Int(characters[2 * index + 2])]
                    let low = Self.values[Int(characters[2 * index + 3])]
                    if high | low > 15 { isHexadecimal = false }
                    buffer[index] = high << 4 | low & 15
                }
            }
            return isHexadecimal ? bytes : nil
        }
    }

    /// The value of each character as a digit; 255 for those that are none.
    private static let values: [UInt8] = (0...255).map { (character: UInt8) -> UInt8 in
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
        default: 255
        }
    }
}
