import HTTPTypes
import Hummingbird
import Logging
import Redressal

/// Gives each request an id that all its log lines have, and tells it to the sender.
///
/// It is the sender's `X-Request-Id`, or the trace's of `traceparent` (W3C Trace Context), where that can hold nothing
/// personal; else a new one.
struct RequestCorrelation<Context: RequestContext>: RouterMiddleware {
    private static var key: String { "correlation_id" }

    /// Makes an id.
    let ids: @Sendable () -> String

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let id = request.headers.correlation ?? self.ids()
        var context = context
        context.logger[metadataKey: Self.key] = "\(id)"
        let began = ContinuousClock.now
        var response = try await Correlation.$id.withValue(id) { [context] in try await next(request, context) }
        response.headers[.requestID] = id
        context.logger.debug(
            "request answered",
            metadata: [
                "method": "\(request.method)", "route": "\(context.routeTemplate)",
                "status": "\(response.status.code)", "seconds": "\(Self.seconds(since: began))",
            ])
        return response
    }

    private static func seconds(since began: ContinuousClock.Instant) -> Double {
        let (seconds, attoseconds) = began.duration(to: .now).components
        return Double(seconds) + Double(attoseconds / 1_000_000_000_000) / 1e6
    }
}

extension RequestContext {
    /// The path's template, such as `/cases/{case}`; `unmatched` for a path that no route has.
    var routeTemplate: String {
        // What the router calls those is no path.
        self.endpointPath.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "unmatched"
    }
}

extension HTTPField.Name {
    /// Carries a request's id in and out.
    static let requestID = HTTPField.Name("X-Request-Id")!
    /// The header of W3C Trace Context.
    static let traceparent = HTTPField.Name("traceparent")!
}

extension HTTPFields {
    /// The id that the sender gives a request; nil where there is none that may stand in log lines.
    var correlation: String? {
        if let id = self[.requestID], Correlation.accepts(id) { return id }
        let parts = (self[.traceparent] ?? "").split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[1].utf8.count == 32, Correlation.accepts(String(parts[1])) else { return nil }
        return String(parts[1])
    }
}
