import Hummingbird

/// Turns every error into a problem document, or for a browser into a page; what nobody expected is logged and shown as a bare 500.
struct ProblemMiddleware<Context: RequestContext>: RouterMiddleware {
    /// Nil where there are no pages.
    let painter: PagePainter?

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as BrokenBody {
            // The server itself ends such a conversation; an answer of ours would be one too many.
            throw error.cause
        } catch {
            let problem = Problem(error, of: request, context)
            guard let painter, request.head.wantsPage else { return try problem.response() }
            return try painter.response(problem, to: request)
        }
    }
}
