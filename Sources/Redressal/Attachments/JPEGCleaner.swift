/// Takes everything out of a JPEG (ITU-T T.81) that is not needed to show it.
///
/// EXIF with place and serial numbers, XMP, IPTC, comments, thumbnails and what follows the picture (such as the film that
/// phones hide there) go; tables, frames, scans, colour profile and which way up it is stay, byte by byte.
struct JPEGCleaner {
    private var cursor: ByteCursor
    private var header: [UInt8] = []
    private var kept: [UInt8] = []
    private var orientation: JPEGOrientation?
    private var hasFrame = false
    private var hasScan = false

    private init(_ bytes: [UInt8]) { self.cursor = ByteCursor(bytes, of: .jpeg) }

    /// - Throws: ``AttachmentFault`` for a picture that breaks off or is built otherwise.
    static func clean(_ bytes: [UInt8]) throws(AttachmentFault) -> [UInt8] {
        var cleaner = JPEGCleaner(bytes)
        return try cleaner.run()
    }

    private mutating func run() throws(AttachmentFault) -> [UInt8] {
        guard try self.cursor.take(2).elementsEqual([0xFF, 0xD8]) else { throw .damaged(.jpeg) }
        while let marker = try self.nextMarker() { try self.read(marker) }
        guard self.hasFrame, self.hasScan else { throw .damaged(.jpeg) }
        return [0xFF, 0xD8] + self.header + (self.orientation?.segment ?? []) + self.kept + [0xFF, 0xD9]
    }

    /// The next marker's code; nil at the picture's end.
    private mutating func nextMarker() throws(AttachmentFault) -> UInt8? {
        guard try self.byte() == 0xFF else { throw .damaged(.jpeg) }
        var code = try self.byte()
        while code == 0xFF { code = try self.byte() }
        return code == 0xD9 ? nil : code
    }

    private mutating func byte() throws(AttachmentFault) -> UInt8 { UInt8(try self.cursor.take(1).bigEndian) }

    /// Reads one segment, and the scan that follows it.
    private mutating func read(_ marker: UInt8) throws(AttachmentFault) {
        if (0xD0...0xD7).contains(marker) || marker == 0x01 { return }
        let length = try self.cursor.take(2).bigEndian
        guard length >= 2 else { throw .damaged(.jpeg) }
        let content = try self.cursor.take(length - 2)
        switch marker {
        case 0xC4, 0xCC, 0xDB...0xDF: self.keep(marker, content)
        case 0xC0...0xC7, 0xC9...0xCF:
            self.hasFrame = true
            self.keep(marker, content)
        case 0xDA:
            guard self.hasFrame else { throw .damaged(.jpeg) }
            self.hasScan = true
            self.keep(marker, content)
            try self.copyScan()
        case 0xE0...0xEF: self.readApplication(marker, content)
        case 0xFE: break
        default: throw .damaged(.jpeg)
        }
    }

    /// Reads what a program added: only what changes how the picture looks stays.
    private mutating func readApplication(_ marker: UInt8, _ content: ArraySlice<UInt8>) {
        switch marker {
        case 0xE0 where content.starts(with: "JFIF\0") && content.count >= 14 && self.header.isEmpty:
            // Without its thumbnail, which may show what was cut away.
            self.header = [0xFF, 0xE0, 0, 16] + content.prefix(12) + [0, 0]
        case 0xE1: self.orientation = self.orientation ?? JPEGOrientation(exif: content)
        case 0xE2 where content.starts(with: "ICC_PROFILE\0"): self.keep(marker, content)
        case 0xEE where content.starts(with: "Adobe") && content.count >= 12: self.keep(marker, content.prefix(12))
        default: break
        }
    }

    private mutating func keep(_ marker: UInt8, _ content: ArraySlice<UInt8>) {
        let length = content.count + 2
        self.kept += [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)]
        self.kept += content
    }

    /// Copies entropy-coded data up to the marker that ends it.
    private mutating func copyScan() throws(AttachmentFault) {
        let start = self.cursor.offset
        var place = start
        while true {
            guard let mark = self.cursor.bytes[place...].firstIndex(of: 0xFF), mark + 1 < self.cursor.end else {
                throw .truncated(.jpeg)
            }
            switch self.cursor.bytes[mark + 1] {
            case 0, 0xD0...0xD7: place = mark + 2
            case 0xFF: place = mark + 1
            default:
                self.kept += self.cursor.bytes[start..<mark]
                return self.cursor.move(to: mark)
            }
        }
    }
}
