import HTTPTypes
import Hummingbird
import Redressal

extension Problem {
    /// A refused command.
    init(_ rejection: Rejection) {
        self.init(
            rejection.code.httpStatus, rejection.code.rawValue, rejection.message, field: rejection.field)
    }
}

extension Rejection.Code {
    /// The status that says the same.
    fileprivate var httpStatus: HTTPResponse.Status {
        switch self {
        case .malformed: .badRequest
        case .notThisRole, .outsideJurisdiction, .notParty, .samePerson, .conflictOfInterest, .historyNotAllowed:
            .forbidden
        case .unknownCase, .unknownAction: .notFound
        case .caseExists, .commandReused, .notInThisState, .guardFailed, .timerGone, .notDue, .noDeadline, .unmappable:
            .conflict
        case .stale: .preconditionFailed
        case .unknownWorkflow, .unknownState, .unknownOffice, .unknownPerson, .missingField, .unknownField, .wrongType,
            .tooLong,
            .notSealed:
            .unprocessableContent
        }
    }
}
