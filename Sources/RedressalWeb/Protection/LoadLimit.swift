import HTTPTypes
import Hummingbird
import Redressal
import Synchronization

/// Sends requests away, their bodies unread, while too many are being answered: those that were let in are answered in time.
struct LoadLimit<Context: RequestContext>: RouterMiddleware {
    /// In how many seconds a command is to be done, 95 times of 100; aimed at from below, for they do not all take the same time.
    private static var target: Double { 0.07 }

    private let inFlight: InFlight
    private let now: @Sendable () -> Double

    /// - Parameters:
    ///   - most: How many are answered at a time, however quick they are.
    ///   - now: The present, in seconds, by a clock that never goes back.
    init(most: Int, now: @escaping @Sendable () -> Double = RateGate.clock()) {
        self.inFlight = InFlight(InFlightLimit(most: most, target: Self.target))
        self.now = now
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        // Files come in slowly and have a room of their own.
        guard !request.isWatching, request.uri.path != "/attachments" else { return try await next(request, context) }
        let began = self.now()
        let most = self.inFlight.limit.withLock { $0.admit() ? nil : $0.current }
        if let most {
            throw Problem.overloaded("expected at most \(most) requests at a time but there are more")
        }
        var isTelling = false
        defer {
            let (seconds, now) = (isTelling ? self.now() - began : nil, self.now())
            self.inFlight.limit.withLock { $0.ended(after: seconds, at: now) }
        }
        let response = try await next(request, context)
        // A look may wait on purpose, a refusal too, and passwords are slow to check: a command that is done is not.
        isTelling =
            request.method == .post && request.uri.path.contains("/cases") && response.status.kind != .clientError
        return response
    }

    private final class InFlight: Sendable {
        let limit: Mutex<InFlightLimit>

        init(_ limit: InFlightLimit) { self.limit = Mutex(limit) }
    }
}
