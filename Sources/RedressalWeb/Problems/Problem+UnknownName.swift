import HTTPTypes
import Redressal

extension Problem {
    /// A name that no definition has.
    init(_ unknown: UnknownName) {
        let kind = unknown.kind.rawValue
        self.init(
            .unprocessableContent, unknown.kind.code.rawValue,
            "expected the name of one of the \(kind)s there are in '\(kind)' but found \(unknown.name.quoted)"
                + Suggestion.text(unknown.name, unknown.known),
            field: kind)
    }
}

extension UnknownName.Kind {
    fileprivate var code: Rejection.Code {
        switch self {
        case .workflow: .unknownWorkflow
        case .state: .unknownState
        case .office: .unknownOffice
        }
    }
}
