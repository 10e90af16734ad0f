/// A file as it may be kept: of a type that is taken, and without what its device noted beside it.
package struct CleanAttachment: Hashable, Sendable {
    package let type: MediaType
    package let bytes: [UInt8]

    /// Tells a file's type by its bytes, whatever was said of it, and cleans it.
    ///
    /// - Throws: ``AttachmentFault``.
    package init(of bytes: [UInt8]) throws(AttachmentFault) {
        guard !bytes.isEmpty else { throw .empty }
        let type = try MediaType(sniffing: bytes)
        self.type = type
        self.bytes = try Self.clean(bytes, of: type)
    }

    private static func clean(_ bytes: [UInt8], of type: MediaType) throws(AttachmentFault) -> [UInt8] {
        switch type {
        case .jpeg: return try JPEGCleaner.clean(bytes)
        case .png: return try PNGCleaner.clean(bytes)
        case .webp: return try WebPCleaner.clean(bytes)
        case .mp4, .m4a, .threeGP: return try MovieCleaner.clean(bytes, of: type)
        case .pdf: try FileCheck.pdf(bytes)
        case .ogg: try FileCheck.ogg(bytes)
        case .amr, .amrWideband: try FileCheck.amr(bytes, of: type)
        case .text: try PlainText.check(bytes)
        }
        return bytes
    }
}
