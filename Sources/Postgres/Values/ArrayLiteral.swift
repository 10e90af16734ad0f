/// PostgreSQL's text form of a one-dimensional array, such as `{"a","b\"c",NULL}`.
enum ArrayLiteral {
    /// Writes an array; every element is quoted, so an empty text and the text `NULL` stay what they are.
    static func text(of elements: [String?]) -> String {
        var literal = [UInt8(ascii: "{")]
        for (index, element) in elements.enumerated() {
            if index > 0 { literal.append(UInt8(ascii: ",")) }
            if let element { self.quote(element, into: &literal) } else { literal += "NULL".utf8 }
        }
        return String(decoding: literal + [UInt8(ascii: "}")], as: UTF8.self)
    }

    private static func quote(_ element: String, into literal: inout [UInt8]) {
        literal.append(UInt8(ascii: "\""))
        for byte in element.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { literal.append(UInt8(ascii: "\\")) }
            literal.append(byte)
        }
        literal.append(UInt8(ascii: "\""))
    }
}
