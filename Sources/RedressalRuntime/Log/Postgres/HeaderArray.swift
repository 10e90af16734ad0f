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
        guard let elements = Self.elements(of: text), elements.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: elements.count, by: 2).map { RecordHeader(elements[$0], elements[$0 + 1]) }
    }

    /// The server quotes only the elements that need it.
    private static func elements(of text: String) -> [String]? {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count > 1, bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") else { return nil }
            guard bytes.count > 2 else { return [] }
            var elements: [String] = []
            var place = 1
            while let (element, end) = Self.element(of: bytes, at: place) {
                elements.append(element)
                guard end < bytes.count - 1 else { return elements }
                guard bytes[end] == UInt8(ascii: ",") else { return nil }
                place = end + 1
            }
            return nil
        }
    }

    /// - Returns: The element and where it ends; nil when it does not.
    private static func element(of bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (String, Int)? {
        guard bytes[start] == UInt8(ascii: "\"") else {
            let end = bytes[start...].firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "}") } ?? bytes.count
            guard !bytes[start..<end].contains(UInt8(ascii: "\\")) else { return nil }
            return (String(decoding: bytes[start..<end], as: UTF8.self), end)
        }
        var end = start + 1
        var escapes = 0
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            if bytes[end] == UInt8(ascii: "\\") {
                escapes += 1
                end += 1
            }
            end += 1
        }
        guard end < bytes.count - 1 else { return nil }
        let quoted = bytes[(start + 1)..<end]
        return (escapes == 0 ? String(decoding: quoted, as: UTF8.self) : Self.unescaped(quoted), end + 1)
    }

    private static func unescaped(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        var plain: [UInt8] = []
        var isEscaped = false
        for byte in bytes {
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            if !isEscaped { plain.append(byte) }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
