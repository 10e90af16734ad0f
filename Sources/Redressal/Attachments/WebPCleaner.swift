/// Takes everything out of a WebP (RFC 9649) that is not needed to show it: EXIF, XMP, chunks that nobody knows, and what
/// follows the picture.
enum WebPCleaner {
    private static let kept: Set = ["VP8 ", "VP8L", "VP8X", "ANIM", "ANMF", "ALPH", "ICCP"]
    private static let images: Set = ["VP8 ", "VP8L", "ANMF"]
    /// The flags of `VP8X` that promise EXIF and XMP.
    private static let metadataFlags: UInt8 = 0x0C

    static func isWebP(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: "RIFF") && bytes.dropFirst(8).starts(with: "WEBP")
    }

    /// - Throws: ``AttachmentFault`` for a picture that breaks off or is built otherwise.
    static func clean(_ bytes: [UInt8]) throws(AttachmentFault) -> [UInt8] {
        let size = bytes.dropFirst(4).prefix(4).littleEndian
        guard size <= bytes.count - 8 else { throw .truncated(.webp) }
        guard size >= 12 else { throw .damaged(.webp) }
        var cursor = ByteCursor(bytes, of: .webp, in: 12..<8 + size)
        var chunks: [UInt8] = []
        var hasImage = false
        while !cursor.isAtEnd {
            let name = String(decoding: try cursor.take(4), as: UTF8.self)
            let length = try cursor.take(4)
            var content = Array(try cursor.take(length.littleEndian))
            let isOdd = !content.count.isMultiple(of: 2)
            // Some writers leave the last byte of padding out.
            if isOdd, !cursor.isAtEnd { _ = try cursor.take(1) }
            guard Self.kept.contains(name) else { continue }
            hasImage = hasImage || Self.images.contains(name)
            if name == "VP8X", let flags = content.first { content[0] = flags & ~Self.metadataFlags }
            chunks += Array(name.utf8) + length + content + (isOdd ? [0] : [])
        }
        guard hasImage else { throw .damaged(.webp) }
        let total = chunks.count + 4
        let sizeField = (0..<4).map { UInt8(truncatingIfNeeded: total >> (8 * $0)) }
        return Array("RIFF".utf8) + sizeField + Array("WEBP".utf8) + chunks
    }
}
