import Hummingbird
import Redressal

/// Lets in only who shows who they are.
struct IdentityMiddleware: RouterMiddleware {
    typealias Context = WebContext

    let door: SignInDoor
    let arrivals: TokenArrivals

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let secret = try self.door.secret(of: request)
        let token = self.door.token(of: request)
        let identity = try await TimeLimit.view.run { try await self.identity(showing: secret, or: token) }
        guard let identity else { throw Problem.notSignedIn }
        guard identity.codes != .wanted else { throw Problem.codesWanted }
        var context = context
        context.identity = identity
        return try await next(request, context)
    }

    /// Who shows a secret of ours or a token of an outside issuer; ours never waits for the issuer.
    private func identity(showing secret: AccessSecret?, or token: String?) async throws -> Identity? {
        if let secret { return try await self.door.identities.identity(showing: secret) }
        guard let token, let shown = try await self.door.tokens?.identity(bearing: token) else { return nil }
        try await self.arrivals.note(shown.identity, shown.id)
        return shown.identity
    }
}
