import CoreMetrics
import HTTPTypes
import Hummingbird

/// Counts requests by route, method and class of status, and times them up to the answer's head.
struct RequestMetrics<Context: RequestContext>: RouterMiddleware {
    private let factory: any MetricsFactory
    private let inFlight: Meter

    init(factory: any MetricsFactory) {
        self.factory = factory
        self.inFlight = Meter(label: "redressal_http_requests_in_flight", factory: factory)
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let began = ContinuousClock.now
        self.inFlight.increment()
        defer { self.inFlight.decrement() }
        do {
            let response = try await next(request, context)
            self.count(request, context, response.status, since: began)
            return response
        } catch {
            // What no problem document could be made of: the conversation itself broke.
            self.count(request, context, .badRequest, since: began)
            throw error
        }
    }

    private func count(
        _ request: Request, _ context: Context, _ status: HTTPResponse.Status, since began: ContinuousClock.Instant
    ) {
        let place = Self.place(request.method, context.routeTemplate)
        Self.counter(request.method, context.routeTemplate, status, self.factory).increment()
        let (seconds, attoseconds) = began.duration(to: .now).components
        Timer(label: "redressal_http_request_seconds", dimensions: place, factory: self.factory)
            .recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }

    private static func place(_ method: HTTPRequest.Method, _ route: String) -> [(String, String)] {
        [("method", method.rawValue), ("route", route)]
    }

    /// Counts requests to a route that ended in a class of status.
    static func counter(
        _ method: HTTPRequest.Method, _ route: String, _ status: HTTPResponse.Status, _ factory: any MetricsFactory
    ) -> Counter {
        Counter(
            label: "redressal_http_requests_total",
            dimensions: self.place(method, route) + [("status", "\(status.code / 100)xx")], factory: factory)
    }
}
