import HTTPTypes
import Hummingbird
import Redressal

/// Sends requests away, their bodies unread, while too many are being answered: those that were let in are answered in time.
///
/// Most of them got no further than the ``LoadDoor`` of their connection. Here are counted those that got in.
struct LoadLimit<Context: RequestContext>: RouterMiddleware {
    private let load: RequestLoad
    private let now: @Sendable () -> Double

    /// - Parameter now: The present, in seconds, by a clock that never goes back.
    init(_ load: RequestLoad, now: @escaping @Sendable () -> Double = RateGate.clock()) {
        self.load = load
        self.now = now
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.head.countsAsLoad else { return try await next(request, context) }
        let began = self.now()
        try self.load.admit()
        var (tells, isTimed) = (false, false)
        defer {
            let now = self.now()
            self.load.ended(after: tells ? now - began : nil, isTimed: isTimed, at: now)
        }
        let response = try await next(request, context)
        // A refusal is quick and says nothing. A look may wait on purpose, and passwords are slow to check: being slow says
        // something only of a command that is done.
        tells = response.status.kind == .successful || response.status.kind == .redirection
        isTimed = request.method == .post && request.uri.path.contains("/cases")
        return response
    }
}

extension HTTPRequest {
    /// Whether it is one of those that are answered only so many at a time; files come in slowly and have a room of their own.
    var countsAsLoad: Bool { !self.isWatching && self.pathAlone != "/attachments" }

    /// Whether whoever watches over the process asks: they must learn how it is, above all when too many ask.
    var isWatching: Bool { self.pathAlone.hasPrefix("/health/") || self.pathAlone == "/metrics" }

    /// What is asked for, without the parameters.
    var pathAlone: Substring { (self.path ?? "").prefix { $0 != "?" } }
}
