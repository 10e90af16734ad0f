import HTTPTypes
import Hummingbird
import Redressal

/// Counts the requests of addresses that show no account, before anything is asked of the database.
struct AddressRate: RouterMiddleware {
    typealias Context = WebContext

    let gate: RateGate
    let proxies: TrustedProxies

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard !request.isWatching else { return try await next(request, context) }
        let address = self.proxies.client(of: request, from: context.peer)
        let isSigningIn = request.uri.path == "/session" && request.method == .post
        guard isSigningIn || !request.showsSecret else { return try await self.check(address, request, context, next) }
        let isFiling = !isSigningIn && request.method == .post
        let told = try self.gate.admit(address, isSigningIn ? .signIn : isFiling ? .filing : .address)
        var response = try await next(request, context)
        response.headers.append(contentsOf: told)
        return response
    }

    /// Lets a secret be shown, and counts those that do not hold: who guesses tokens is soon told to wait.
    private func check(
        _ address: String, _ request: Request, _ context: WebContext,
        _ next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let problem as Problem where problem.status == .unauthorized {
            _ = try self.gate.admit(address, .signIn)
            throw problem
        }
    }
}

extension Request {
    /// Whether whoever watches over the process asks: they must learn how it is, above all when too many ask.
    var isWatching: Bool { self.uri.path.hasPrefix("/health/") || self.uri.path == "/metrics" }

    /// Whether it shows something that may be a session or a token.
    fileprivate var showsSecret: Bool { self.headers[.authorization] != nil || self.headers[.cookie] != nil }
}
