import CoreMetrics
import Hummingbird

/// Counts the requests that were sent away because there were too many, by reason.
struct RefusalMetrics<Context: RequestContext>: RouterMiddleware {
    /// Made at once, so that they are shown while they are zero.
    private let counters: [String: Counter]

    init(factory: any MetricsFactory) {
        let reasons = ["overloaded", "too_many_requests"]
        self.counters = Dictionary(
            uniqueKeysWithValues: reasons.map { ($0, Self.counter(of: $0, factory: factory)) })
    }

    static func counter(of reason: String, factory: any MetricsFactory) -> Counter {
        Counter(label: "redressal_http_refused_total", dimensions: [("reason", reason)], factory: factory)
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let problem as Problem {
            self.counters[problem.code]?.increment()
            throw problem
        }
    }
}
