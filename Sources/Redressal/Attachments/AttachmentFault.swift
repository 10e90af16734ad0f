/// Why a file is not taken; says what to do about it and never repeats anything of it.
package enum AttachmentFault: Error, Hashable, Sendable {
    /// It has no bytes.
    case empty
    /// It is none of ``MediaType``.
    case unknownType
    /// HTML, SVG or XML: a browser could run what is in it.
    case markup
    /// A picture as iPhones keep them: where it was taken cannot be removed from it safely.
    case heic
    /// It ends too early.
    case truncated(MediaType)
    /// It is not built as its type says.
    case damaged(MediaType)
    /// It is a document and an archive at the same time.
    case twoInOne(MediaType)
}

extension AttachmentFault: CustomStringConvertible {
    /// The types by the names that people know them by.
    private static let taken = "JPEG, PNG, WebP, PDF, MP4, 3GP, Ogg, AMR or plain text"

    package var description: String {
        switch self {
        case .empty: "expected a file but found one without content: choose it again"
        case .unknownType: "expected a file of type \(Self.taken) but found another, whatever its name says"
        case .markup: "expected a file of type \(Self.taken) but found HTML, SVG or XML: send a picture or a PDF of it"
        case .heic:
            "expected a file of type \(Self.taken) but found HEIC, from which the place where it was taken cannot be "
                + "removed: send it as JPEG (iPhone: Settings, Camera, Formats, Most Compatible)"
        case .truncated(let type):
            "expected a whole file of type \(type.rawValue) but it breaks off: send it again, or choose another copy"
        case .damaged(let type):
            "expected a file of type \(type.rawValue) but it is damaged: choose another copy"
        case .twoInOne(let type):
            "expected nothing but a file of type \(type.rawValue) but found an archive hidden at its end"
        }
    }
}
