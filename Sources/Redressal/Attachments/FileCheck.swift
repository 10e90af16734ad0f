/// Whether files that are kept as they are, are whole and nothing else.
enum FileCheck {
    /// The bytes of the frames of AMR, by their type, after the one that names it (RFC 4867 §5.3, 3GPP TS 26.101).
    private static let narrow = [12, 13, 15, 17, 19, 20, 26, 31, 5, 0, 0, 0, 0, 0, 0, 0]
    /// The same of AMR-WB (3GPP TS 26.201).
    private static let wide = [17, 23, 32, 36, 40, 46, 50, 58, 60, 5, 0, 0, 0, 0, 0, 0]

    /// Walks through the pages of an Ogg file (RFC 3533).
    static func ogg(_ bytes: [UInt8]) throws(AttachmentFault) {
        var cursor = ByteCursor(bytes, of: .ogg)
        while !cursor.isAtEnd {
            let head = try cursor.take(27)
            guard head.starts(with: "OggS") else { throw .damaged(.ogg) }
            let segments = try cursor.take(Int(head[head.startIndex + 26]))
            _ = try cursor.take(segments.reduce(0) { $0 + Int($1) })
        }
    }

    /// Walks through the frames of a recording.
    static func amr(_ bytes: [UInt8], of type: MediaType) throws(AttachmentFault) {
        var cursor = ByteCursor(bytes, of: type)
        _ = try cursor.take(type == .amr ? 6 : 9)
        guard !cursor.isAtEnd else { throw .truncated(type) }
        while !cursor.isAtEnd {
            let head = try cursor.take(1).bigEndian
            // The bits beside the frame's type and quality are zero.
            guard head & 0x83 == 0 else { throw .damaged(type) }
            _ = try cursor.take((type == .amr ? Self.narrow : Self.wide)[head >> 3 & 0xF])
        }
    }

    /// Looks for a document's end (ISO 32000 §7.5.5), and for an archive behind it.
    static func pdf(_ bytes: [UInt8]) throws(AttachmentFault) {
        guard bytes.suffix(1024).contains("%%EOF") else { throw .truncated(.pdf) }
        guard !self.endsAsArchive(bytes) else { throw .twoInOne(.pdf) }
    }

    /// Whether the last bytes are the end of a ZIP archive, and of its comment (APPNOTE 4.3.16).
    private static func endsAsArchive(_ bytes: [UInt8]) -> Bool {
        let tail = Array(bytes.suffix(22 + 65_535))
        guard tail.count >= 22 else { return false }
        return (0...tail.count - 22).contains { start in
            tail[start] == 0x50 && tail[start..<start + 4].elementsEqual([0x50, 0x4B, 5, 6])
                && start + 22 + tail[start + 20..<start + 22].littleEndian == tail.count
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether it holds a text in ASCII.
    fileprivate func contains(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        return self.indices.contains { self[$0...].starts(with: wanted) }
    }
}
