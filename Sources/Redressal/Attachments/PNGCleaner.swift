/// Takes everything out of a PNG (third edition) that is not needed to show it: texts, EXIF, times, chunks that nobody
/// knows, and what follows the picture.
enum PNGCleaner {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// Those that change how the picture looks, and those of animations.
    private static let kept: Set = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP", "mDCV",
        "cLLI", "acTL", "fcTL", "fdAT",
    ]

    static func isPNG(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Self.signature) }

    /// - Throws: ``AttachmentFault`` for a picture that breaks off or is built otherwise.
    static func clean(_ bytes: [UInt8]) throws(AttachmentFault) -> [UInt8] {
        var cursor = ByteCursor(bytes, of: .png)
        var clean = Array(try cursor.take(8))
        var hasImage = false
        var name = ""
        while name != "IEND" {
            let isFirst = name.isEmpty
            let start = cursor.offset
            let length = try cursor.take(4).bigEndian
            let type = try cursor.take(4)
            name = String(decoding: type, as: UTF8.self)
            // The data and its checksum (CRC-32), which stays right: no chunk is changed.
            _ = try cursor.take(length + 4)
            guard type.allSatisfy(Self.isLetter), isFirst == (name == "IHDR") else { throw .damaged(.png) }
            hasImage = hasImage || name == "IDAT"
            if Self.kept.contains(name) {
                clean += bytes[start..<cursor.offset]
            } else if type.first.map({ $0 & 0x20 == 0 }) ?? true {
                // A chunk that one must know to show the picture.
                throw .damaged(.png)
            }
        }
        guard hasImage else { throw .damaged(.png) }
        return clean
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
