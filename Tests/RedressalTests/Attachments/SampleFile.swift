/// Files built by hand, each with a secret in every place where devices leave one.
enum SampleFile {
    static let secret = "34.1688 N 73.2215 E"
    private static let told = Array(Self.secret.utf8)

    /// What shows the picture, in order.
    static let jpegImage: [[UInt8]] = [
        segment(0xDB, Array(repeating: 7, count: 65)), segment(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
        segment(0xC4, [0] + Array(repeating: 0, count: 16)),
        segment(0xDA, [1, 1, 0, 0, 63, 0]) + [1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4],
    ]

    /// With an orientation of 6.
    static let jpeg: [UInt8] =
        [0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8) + [1, 2, 0, 0, 1, 0, 1, 1, 1] + [9, 9, 9])
        + segment(0xE1, exif(orientation: 6)) + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + told)
        + segment(0xED, told) + segment(0xFE, told) + jpegImage.joined() + [0xFF, 0xD9] + told

    static let pngImage: [[UInt8]] = [
        chunk("IHDR", Array(repeating: 1, count: 13)), chunk("sRGB", [0]), chunk("IDAT", [1, 2, 3]),
        chunk("IDAT", [4]), chunk("IEND", []),
    ]
    static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    static let png: [UInt8] =
        pngSignature + pngImage[0] + chunk("tEXt", told) + pngImage[1] + chunk("eXIf", told) + pngImage[2]
        + pngImage[3] + chunk("iTXt", told) + chunk("tIME", told) + pngImage[4] + told

    static let webpImage = riff("VP8L", [1, 2, 3])
    static let webp =
        webp(
            riff("VP8X", [0x0C, 0, 0, 0, 7, 0, 0, 7, 0, 0]) + webpImage + riff("EXIF", told) + riff("XMP ", told))
        + told

    /// A film whose user data says where it was made.
    static let mp4 = movie("isom")
    static func movie(_ brand: String) -> [UInt8] {
        let track = box("trak", box("udta", told) + box("mdia", box("hdlr", [0]) + box("meta", told)))
        return box("ftyp", Array(brand.utf8) + [0, 0, 0, 0])
            + box("moov", box("mvhd", [1]) + track + box("udta", box("loci", told)) + box("meta", told))
            + box("free", told) + box("uuid", told) + box("mdat", [1, 2, 3])
    }

    static let ogg = page(Array("OpusHead\u{1}".utf8)) + page([1, 2, 3])
    static let amr =
        Array("#!AMR\n".utf8) + [0x3C] + Array(repeating: 5, count: 31) + [0x04] + Array(repeating: 6, count: 12)
    static let amrWideband = Array("#!AMR-WB\n".utf8) + [0x04] + Array(repeating: 6, count: 17)
    static let pdf = Array("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n".utf8)
    static let text = Array("The pump is dry. پمپ خشک ہے۔\r\n\tស្នប់ស្ងួត\n".utf8)

    /// All that are taken, by type.
    static let all: [(type: String, bytes: [UInt8])] = [
        ("image/jpeg", jpeg), ("image/png", png), ("image/webp", webp), ("video/mp4", mp4),
        ("audio/mp4", movie("M4A ")), ("video/3gpp", movie("3gp5")), ("audio/ogg", ogg), ("audio/amr", amr),
        ("audio/amr-wb", amrWideband), ("application/pdf", pdf), ("text/plain", text),
    ]

    /// An archive with nothing in it but its end, and a comment.
    static func archive(comment: Int) -> [UInt8] {
        [0x50, 0x4B, 5, 6] + Array(repeating: 0, count: 16) + [UInt8(comment & 0xFF), UInt8(comment >> 8)]
            + Array(repeating: 0x20, count: comment)
    }

    private static func exif(orientation: UInt8) -> [UInt8] {
        Array("Exif\0\0II*\0".utf8) + [8, 0, 0, 0, 2, 0] + [0x0F, 1, 2, 0, 4, 0, 0, 0, 65, 66, 67, 0]
            + [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0] + told
    }

    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker, 0, UInt8(content.count + 2)] + content
    }

    /// The checksum is left out of account: nothing here looks at it.
    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        [0, 0, 0, UInt8(content.count)] + Array(name.utf8) + content + [0xAA, 0xBB, 0xCC, 0xDD]
    }

    private static func riff(_ name: String, _ content: [UInt8]) -> [UInt8] {
        Array(name.utf8) + [UInt8(content.count), 0, 0, 0] + content + (content.count.isMultiple(of: 2) ? [] : [0])
    }

    static func webp(_ chunks: [UInt8]) -> [UInt8] {
        Array("RIFF".utf8) + [UInt8(chunks.count + 4), 0, 0, 0] + Array("WEBP".utf8) + chunks
    }

    static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let size = content.count + 8
        return [0, 0, UInt8(size >> 8), UInt8(size & 0xFF)] + Array(name.utf8) + content
    }

    private static func page(_ content: [UInt8]) -> [UInt8] {
        Array("OggS".utf8) + Array(repeating: 0, count: 22) + [1, UInt8(content.count)] + content
    }
}
