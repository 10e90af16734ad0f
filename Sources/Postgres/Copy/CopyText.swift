/// The text format of `COPY`: fields between tabs, rows between newlines, `\N` for `NULL`, and backslash escapes.
enum CopyText {
    /// Appends one row.
    ///
    /// - Throws: ``PostgresError`` of kind `nulByte`, naming the column, or `misuse` for a row of the wrong length.
    static func append(_ row: [PostgresValue], columns: [String], to buffer: inout [UInt8]) throws {
        guard row.count == columns.count else {
            throw PostgresError(.misuse, "expected \(columns.count) values in a row but found \(row.count)")
        }
        for (index, value) in row.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: "\t")) }
            try Self.append(value, column: columns[index], to: &buffer)
        }
        buffer.append(UInt8(ascii: "\n"))
    }

    private static func append(_ value: PostgresValue, column: String, to buffer: inout [UInt8]) throws {
        guard var text = value.textFormat else {
            buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "N")])
            return
        }
        try text.withUTF8 { bytes in
            guard bytes.contains(where: { Self.letter(of: $0) != nil }) else {
                return buffer.append(contentsOf: bytes)
            }
            for byte in bytes {
                guard let letter = Self.letter(of: byte) else {
                    buffer.append(byte)
                    continue
                }
                guard byte != 0 else {
                    throw PostgresError(
                        .nulByte, "expected a text without NUL characters but found one", column: column)
                }
                buffer.append(contentsOf: [UInt8(ascii: "\\"), letter])
            }
        }
    }

    /// What stands after a backslash for a byte that cannot stand for itself; nil for one that can.
    private static func letter(of byte: UInt8) -> UInt8? {
        switch byte {
        case 0, UInt8(ascii: "\\"): byte
        case UInt8(ascii: "\t"): UInt8(ascii: "t")
        case UInt8(ascii: "\n"): UInt8(ascii: "n")
        case UInt8(ascii: "\r"): UInt8(ascii: "r")
        default: nil
        }
    }

    /// Splits one row, with or without its newline, into fields; nil for `NULL`.
    static func fields(of line: some Collection<UInt8>) -> [String?] {
        line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { Self.field($0) }
    }

    private static func field(_ escaped: some Collection<UInt8>) -> String? {
        if escaped.elementsEqual([UInt8(ascii: "\\"), UInt8(ascii: "N")]) { return nil }
        guard escaped.contains(UInt8(ascii: "\\")) else { return String(decoding: escaped, as: UTF8.self) }
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in escaped {
            if isEscaped {
                bytes.append(Self.unescaped(byte))
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What the server's one-letter escapes stand for; any other character stands for itself.
    private static func unescaped(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"): 8
        case UInt8(ascii: "t"): 9
        case UInt8(ascii: "n"): 10
        case UInt8(ascii: "v"): 11
        case UInt8(ascii: "f"): 12
        case UInt8(ascii: "r"): 13
        default: letter
        }
    }
}
