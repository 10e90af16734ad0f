/// Text that is text and nothing else: a browser that guesses must find nothing to run in it.
enum PlainText {
    /// What begins documents that browsers run.
    private static let markup = ["<!doctype", "<html", "<script", "<svg", "<?xml", "<body", "<iframe"]
    /// How far browsers look to guess (WHATWG MIME Sniffing §5.2), doubled.
    private static let sniffed = 2 * 1445

    /// - Throws: ``AttachmentFault`` for markup, bytes that are not UTF-8, and control characters.
    static func check(_ bytes: [UInt8]) throws(AttachmentFault) {
        let isPrintable = bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || [0x09, 0x0A, 0x0C, 0x0D].contains($0) }
        guard isPrintable, String(validating: bytes, as: UTF8.self) != nil else { throw .unknownType }
        let start = String(decoding: bytes.prefix(Self.sniffed), as: UTF8.self).lowercased()
            .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard !start.isEmpty else { throw .empty }
        guard start.first != "<", !Self.markup.contains(where: start.contains) else { throw .markup }
    }
}
