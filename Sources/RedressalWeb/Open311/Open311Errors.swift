import HTTPTypes
import Hummingbird
import Redressal

/// Tells every error as the standard does: an array of codes and descriptions, in the format asked for.
struct Open311Errors: RouterMiddleware {
    typealias Context = WebContext

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as BrokenBody {
            throw error
        } catch {
            let problem = (error as? Open311Refusal).map(Problem.init) ?? Problem(error, of: request, context)
            return try Open311Format(path: request.uri.path).response(problem)
        }
    }
}

extension Open311Format {
    fileprivate func response(_ problem: Problem) throws -> Response {
        let status = problem.open311Status
        let error = Open311Node.record([
            "code": .number(status.code), "description": .text(problem.detail ?? problem.title),
        ])
        return try self.response(status, .list(of: "error", [error]), root: "errors", problem.headers)
    }
}

extension Problem {
    fileprivate init(_ refusal: Open311Refusal) {
        switch refusal.code {
        case .invalid: self = .malformed(refusal.message)
        case .notFound: self.init(.notFound, "not_found", refusal.message)
        }
    }

    /// The standard knows 400 for what is wrong with a request, and 403 for a key that is missing or wrong.
    fileprivate var open311Status: HTTPResponse.Status {
        switch self.status {
        case .unauthorized: .forbidden
        case .unprocessableContent, .unsupportedMediaType: .badRequest
        default: self.status
        }
    }
}
