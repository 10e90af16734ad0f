import Redressal

extension MediaType {
    /// The message that names its kind.
    var wordKey: String {
        switch self {
        case .jpeg, .png, .webp: "picture"
        case .pdf: "paper"
        case .mp4, .threeGP: "film"
        case .m4a, .ogg, .amr, .amrWideband: "recording"
        case .text: "text"
        }
    }

    /// Whether browsers show it in a page.
    var isPicture: Bool { [.jpeg, .png, .webp].contains(self) }
}
