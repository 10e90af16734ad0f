import HTTPTypes
import Hummingbird
import Redressal

/// Counts the requests of addresses that show no account, before anything is asked of the database.
struct AddressRate: RouterMiddleware {
    typealias Context = WebContext

    let gate: RateGate
    let proxies: TrustedProxies
    let door: SignInDoor?

    /// Where people show a password or a PIN.
    private static let doors: Set = ["/session", "/sign-in", "/track"]

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard !request.head.isWatching else { return try await next(request, context) }
        let address = self.proxies.client(of: request, from: context.peer)
        let isSigningIn = Self.doors.contains(request.uri.path) && request.method == .post
        let kind: RequestRates.Kind = isSigningIn ? .signIn : request.method == .post ? .filing : .address
        guard isSigningIn || !self.showsSecret(request) else {
            return try await self.check(address, kind, request, context, next)
        }
        let told = try self.gate.admit(address, kind)
        var response = try await next(request, context)
        response.headers.append(contentsOf: told)
        return response
    }

    /// Whether a request shows what may be a session or a token; any other cookie counts for nothing.
    private func showsSecret(_ request: Request) -> Bool {
        (try? self.door?.secret(of: request)) != nil
    }

    /// Lets a secret be shown, and counts those with which nobody has signed in.
    ///
    /// Neither who guesses tokens nor who adds a made-up one gets past the limits of an address. A session's cookie is
    /// signed, so that whoever has one is let through.
    private func check(
        _ address: String, _ kind: RequestRates.Kind, _ request: Request, _ context: WebContext,
        _ next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        if request.headers[.authorization] != nil { try self.gate.checkRoom(address, kind, .signIn) }
        do {
            let response = try await next(request, context)
            if !context.admission.isByAccount { _ = try? self.gate.admit(address, kind) }
            return response
        } catch {
            let isWrong = (error as? Problem)?.status == .unauthorized
            if !context.admission.isByAccount { _ = try? self.gate.admit(address, isWrong ? .signIn : kind) }
            throw error
        }
    }
}
