/// The types of files that are taken; everything else is refused.
package enum MediaType: String, Hashable, Sendable, CaseIterable, Codable {
    case jpeg = "image/jpeg"
    case png = "image/png"
    case webp = "image/webp"
    case pdf = "application/pdf"
    case mp4 = "video/mp4"
    case m4a = "audio/mp4"
    case threeGP = "video/3gpp"
    case ogg = "audio/ogg"
    case amr = "audio/amr"
    case amrWideband = "audio/amr-wb"
    case text = "text/plain"

    /// What a file's name ends with.
    package var fileExtension: String {
        switch self {
        case .jpeg: "jpg"
        case .png: "png"
        case .webp: "webp"
        case .pdf: "pdf"
        case .mp4: "mp4"
        case .m4a: "m4a"
        case .threeGP: "3gp"
        case .ogg: "ogg"
        case .amr: "amr"
        case .amrWideband: "awb"
        case .text: "txt"
        }
    }
}
