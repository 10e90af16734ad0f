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
        let characters = Array(text.utf8)
        guard characters.starts(with: Array("\\x".utf8)), characters.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(characters.count / 2 - 1)
        for index in stride(from: 2, to: characters.count, by: 2) {
            guard let high = Self.value(of: characters[index]), let low = Self.value(of: characters[index + 1])
            else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
