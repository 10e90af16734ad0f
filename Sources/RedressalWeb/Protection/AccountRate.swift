import HTTPTypes
import Hummingbird
import Redressal

/// Counts the requests of accounts, before their bodies are read.
struct AccountRate: RouterMiddleware {
    typealias Context = WebContext

    let gate: RateGate

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard let identity = context.identity else { return try await next(request, context) }
        context.admission.countByAccount()
        let isUpload = request.uri.path == "/attachments" && request.method == .post
        let told = try self.gate.admit(identity, isUpload ? .attachments : .account)
        var response = try await next(request, context)
        response.headers.append(contentsOf: told)
        return response
    }
}
