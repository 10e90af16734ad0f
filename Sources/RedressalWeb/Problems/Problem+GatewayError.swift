import HTTPTypes
import Hummingbird
import Redressal

extension Problem {
    /// A command that got no answer.
    init(_ error: GatewayError) {
        let advice =
            error.code == .noAnswer
            ? "; it may still be decided: send it again with the same Idempotency-Key to learn" : ""
        let bare = Problem(error.code.httpStatus, error.code.rawValue, error.message + advice)
        // Only who is told to come back later can do something about it now.
        switch error.code {
        case .busy, .unavailable, .closed: self = bare.retryable(after: error.retryAfter ?? 1)
        case .invalid, .noAnswer: self = bare
        }
    }

    /// A log in which nothing can be written down now.
    init(_ error: LogError) {
        self = Problem(.serviceUnavailable, GatewayError.Code.unavailable.rawValue, error.description)
            .retryable(after: 1)
    }

    /// Read models that are away.
    init(_ error: ViewsUnavailable) {
        self = Problem(.serviceUnavailable, GatewayError.Code.unavailable.rawValue, error.description)
            .retryable(after: 1)
    }
}

extension GatewayError.Code {
    /// The status that says the same.
    fileprivate var httpStatus: HTTPResponse.Status {
        switch self {
        case .invalid: .unprocessableContent
        case .busy, .unavailable, .closed: .serviceUnavailable
        case .noAnswer: .gatewayTimeout
        }
    }
}
