import Hummingbird
import Logging
import Redressal

/// Turns every error into a problem document; what nobody expected is logged and shown as a bare 500.
struct ProblemMiddleware<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as BrokenBody {
            // The server itself ends such a conversation; an answer of ours would be one too many.
            throw error.cause
        } catch {
            return try self.problem(of: error, request, context).response()
        }
    }

    private func problem(of error: any Error, _ request: Request, _ context: Context) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let error as GatewayError: return Problem(error)
        case let error as ViewsUnavailable: return Problem(error)
        case let error as LogError: return Problem(error)
        case let error as PersonalDataRefusal:
            return Problem(.forbidden, "personal_data_refused", error.description)
        case let error as AmbiguousReference: return Problem(.conflict, "ambiguous_reference", error.description)
        case let error as HTTPError where error.status == .notFound:
            return Problem(.notFound, "not_found", "expected one of the paths of docs/http.md but found another")
        case is CancellationError:
            return Problem(GatewayError(.closed, "expected a running server but it is shutting down"))
        default:
            // Such errors come from behind the gateway, where personal fields are sealed: their text is safe to log.
            context.logger.error(
                "request failed unexpectedly",
                metadata: [
                    "method": "\(request.method)", "route": "\(context.endpointPath ?? "")", "error": "\(error)",
                ])
            return Problem(.internalServerError, "internal", nil)
        }
    }
}
