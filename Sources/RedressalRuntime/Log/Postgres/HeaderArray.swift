import Redressal

/// Headers as PostgreSQL's text form of a `text[]`: names and values in turn.
enum HeaderArray {
    /// Writes an array literal; every element is quoted, so an empty text and the text `NULL` stay what they are.
    static func text(of headers: [RecordHeader]) -> String {
        var bytes = [UInt8(ascii: "{")]
        for header in headers {
            for element in [header.name, header.value] {
                if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
                bytes.append(UInt8(ascii: "\""))
                for byte in element.utf8 {
                    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
                    bytes.append(byte)
                }
                bytes.append(UInt8(ascii: "\""))
            }
        }
        return String(decoding: bytes + [UInt8(ascii: "}")], as: UTF8.self)
    }

    /// Reads an array literal as the server writes it; nil if it is not pairs of texts.
    static func headers(of text: String) -> [RecordHeader]? {
        guard let elements = Self.elements(of: Array(text.utf8)), elements.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: elements.count, by: 2).map { RecordHeader(elements[$0], elements[$0 + 1]) }
    }

    /// The server quotes only the elements that need it.
    private static func elements(of bytes: [UInt8]) -> [String]? {
        guard bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") else { return nil }
        guard bytes.count > 2 else { return [] }
        var elements: [String] = []
        var element: [UInt8] = []
        var (isQuoted, isEscaped) = (false, false)
        for byte in bytes.dropFirst().dropLast() {
            if isEscaped {
                element.append(byte)
                isEscaped = false
                continue
            }
            switch byte {
            case UInt8(ascii: "\\"): isEscaped = true
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted:
                elements.append(String(decoding: element, as: UTF8.self))
                element = []
            default: element.append(byte)
            }
        }
        guard !isQuoted, !isEscaped else { return nil }
        return elements + [String(decoding: element, as: UTF8.self)]
    }
}
