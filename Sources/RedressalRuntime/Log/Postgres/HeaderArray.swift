import Redressal

/// Headers as a `text[]` of PostgreSQL: names and values in turn.
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

    /// Reads the elements back; nil if they are not pairs.
    ///
    /// A null, which only a foreign writer makes, is the empty text: one record must not stop all that come after it.
    static func headers(of elements: [String?]) -> [RecordHeader]? {
        guard elements.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: elements.count, by: 2).map {
            RecordHeader(elements[$0] ?? "", elements[$0 + 1] ?? "")
        }
    }
}
