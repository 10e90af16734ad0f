import HTTPTypes
import Hummingbird
import Synchronization

/// Sends requests away, their bodies unread, while too many are being answered: those that were let in are answered in time.
struct LoadLimit<Context: RequestContext>: RouterMiddleware {
    private let most: Int
    private let inFlight = InFlight()

    /// - Parameter most: How many are answered at a time.
    init(most: Int) { self.most = most }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        // Files come in slowly and have a room of their own.
        guard !request.isWatching, request.uri.path != "/attachments" else { return try await next(request, context) }
        let count = self.inFlight.count.add(1, ordering: .relaxed).newValue
        defer { self.inFlight.count.subtract(1, ordering: .relaxed) }
        guard count <= self.most else {
            throw Problem.overloaded("expected at most \(self.most) requests at a time but there are more")
        }
        return try await next(request, context)
    }

    private final class InFlight: Sendable {
        let count = Atomic(0)
    }
}
