import Hummingbird
import Logging
import Redressal

extension Problem {
    /// What an error of any kind is told as; what nobody expected is logged and shown as a bare 500.
    init(_ error: any Error, of request: Request, _ context: some RequestContext) {
        switch error {
        case let problem as Problem: self = problem
        case let rejection as Rejection: self = Problem(rejection)
        case let error as GatewayError: self = Problem(error)
        case let error as ViewsUnavailable: self = Problem(error)
        case let error as AmbiguousReference: self = Problem(.conflict, "ambiguous_reference", error.description)
        case let error as HTTPError where error.status == .notFound:
            self = Problem(.notFound, "not_found", "expected one of the paths of docs/http.md but found another")
        case is CancellationError:
            self = Problem(GatewayError(.closed, "expected a running server but it is shutting down"))
        default:
            // Such errors come from behind the gateway, where personal fields are sealed: their text is safe to log.
            context.logger.error(
                "request failed unexpectedly",
                metadata: [
                    "method": "\(request.method)", "route": "\(context.endpointPath ?? "")", "error": "\(error)",
                ])
            self = Problem(.internalServerError, "internal", nil)
        }
    }
}
