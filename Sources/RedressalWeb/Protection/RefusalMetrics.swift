import CoreMetrics
import Hummingbird

/// Counts the requests that were sent away because there were too many, by reason.
struct RefusalMetrics<Context: RequestContext>: RouterMiddleware {
    private static var reasons: Set<String> { ["overloaded", "too_many_requests"] }

    let factory: any MetricsFactory

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let problem as Problem where Self.reasons.contains(problem.code) {
            Counter(
                label: "redressal_http_refused_total", dimensions: [("reason", problem.code)], factory: self.factory
            ).increment()
            throw problem
        }
    }
}
