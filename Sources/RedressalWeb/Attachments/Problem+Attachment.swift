import HTTPTypes
import Hummingbird
import Redressal

extension Problem {
    /// A file that is not taken.
    init(_ fault: AttachmentFault) {
        switch fault {
        case .empty: self.init(.unprocessableContent, "empty_file", fault.description)
        case .unknownType, .markup, .heic: self.init(.unsupportedMediaType, "file_type_refused", fault.description)
        case .truncated, .damaged, .twoInOne: self.init(.unprocessableContent, "damaged_file", fault.description)
        }
    }

    /// More than can be done now.
    static func overloaded(_ detail: String) -> Problem {
        Problem(.serviceUnavailable, "overloaded", detail).retryable(after: 1)
    }
}
