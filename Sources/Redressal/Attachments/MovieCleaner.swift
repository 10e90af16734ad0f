/// Blanks what an MP4 or 3GP file (ISO/IEC 14496-12) says beside sound and picture, such as where it was filmed.
///
/// Boxes of user data and metadata become free space of the same size, so that nothing that points into the file moves.
struct MovieCleaner {
    /// Boxes that hold others.
    private static let containers: Set = ["moov", "trak", "moof", "traf", "mdia", "minf"]
    /// Boxes that hold what people and devices add (§8.10, §8.11), and room for anything.
    private static let blanked: Set = ["udta", "meta", "uuid", "free", "skip", "wide", "loci", "cprt"]
    /// How deep boxes may lie in each other: sound and picture lie in the fifth.
    private static let deepest = 5

    private var bytes: [UInt8]
    private let type: MediaType
    private var hasIndex = false
    private var hasMedia = false

    private init(_ bytes: [UInt8], _ type: MediaType) {
        self.bytes = bytes
        self.type = type
    }

    /// - Throws: ``AttachmentFault`` for a file that breaks off or is built otherwise.
    static func clean(_ bytes: [UInt8], of type: MediaType) throws(AttachmentFault) -> [UInt8] {
        var cleaner = MovieCleaner(bytes, type)
        try cleaner.walk(0..<bytes.count, depth: 1)
        guard cleaner.hasIndex, cleaner.hasMedia else { throw .damaged(type) }
        return cleaner.bytes
    }

    private mutating func walk(_ range: Range<Int>, depth: Int) throws(AttachmentFault) {
        var start = range.lowerBound
        while start < range.upperBound {
            let (name, content) = try self.box(at: start, in: range)
            if depth == 1 {
                self.hasIndex = self.hasIndex || name == "moov"
                self.hasMedia = self.hasMedia || name == "mdat"
            }
            if Self.blanked.contains(name) {
                self.bytes.replaceSubrange(start + 4..<start + 8, with: Array("free".utf8))
                self.bytes.replaceSubrange(content, with: repeatElement(0, count: content.count))
            } else if Self.containers.contains(name), depth < Self.deepest {
                try self.walk(content, depth: depth + 1)
            }
            start = content.upperBound
        }
    }

    /// A box's name, and where its content lies.
    private func box(at start: Int, in range: Range<Int>) throws(AttachmentFault) -> (String, Range<Int>) {
        var cursor = ByteCursor(self.bytes, of: self.type, in: start..<range.upperBound)
        var size = try cursor.take(4).bigEndian
        let name = String(decoding: try cursor.take(4), as: UTF8.self)
        if size == 1 {
            let wide = try cursor.take(8)
            guard wide.first == 0 else { throw .truncated(self.type) }
            size = wide.dropFirst().bigEndian
        } else if size == 0 {
            size = range.upperBound - start
        }
        guard size <= range.upperBound - start else { throw .truncated(self.type) }
        guard size >= cursor.offset - start else { throw .damaged(self.type) }
        return (name, cursor.offset..<start + size)
    }
}
