import Hummingbird
import Redressal

/// Lets in only who shows who they are.
struct IdentityMiddleware: RouterMiddleware {
    typealias Context = WebContext

    let door: SignInDoor

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard let secret = try self.door.secret(of: request) else { throw Problem.notSignedIn }
        let identities = self.door.identities
        let identity = try await TimeLimit.view.run { try await identities.identity(showing: secret) }
        guard let identity else { throw Problem.notSignedIn }
        var context = context
        context.identity = identity
        return try await next(request, context)
    }
}
