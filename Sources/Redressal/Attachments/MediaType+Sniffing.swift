extension MediaType {
    /// Brands of MP4 that browsers and phones play (the MP4 Registration Authority's list).
    private static let movieBrands: Set = [
        "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "dash", "M4V ", "MSNV",
    ]
    private static let pictureBrands: Set = ["heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"]
    /// What the first page of sound in Ogg begins with: Opus (RFC 7845), Vorbis, Speex.
    private static let soundHeads = ["OpusHead", "\u{1}vorbis", "Speex   "]

    /// The type that a file's first bytes show; what is none of the others may be text.
    ///
    /// - Throws: ``AttachmentFault`` for types that are not taken.
    init(sniffing bytes: [UInt8]) throws(AttachmentFault) {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if PNGCleaner.isPNG(bytes) {
            self = .png
        } else if WebPCleaner.isWebP(bytes) {
            self = .webp
        } else if bytes.dropFirst(4).starts(with: "ftyp") {
            self = try Self.movie(brand: String(decoding: bytes.dropFirst(8).prefix(4), as: UTF8.self))
        } else if bytes.starts(with: "%PDF-") {
            self = .pdf
        } else if bytes.starts(with: "OggS") {
            let page = bytes.dropFirst(28)
            guard Self.soundHeads.contains(where: { page.starts(with: $0) }) else { throw .unknownType }
            self = .ogg
        } else if bytes.starts(with: "#!AMR-WB\n") {
            self = .amrWideband
        } else if bytes.starts(with: "#!AMR\n") {
            self = .amr
        } else {
            self = .text
        }
    }

    private static func movie(brand: String) throws(AttachmentFault) -> MediaType {
        if self.movieBrands.contains(brand) { return .mp4 }
        if brand == "M4A " || brand == "M4B " { return .m4a }
        if brand.hasPrefix("3gp") || brand.hasPrefix("3g2") { return .threeGP }
        throw self.pictureBrands.contains(brand) ? .heic : .unknownType
    }
}
