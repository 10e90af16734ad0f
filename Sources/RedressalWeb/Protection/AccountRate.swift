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
        let isUpload = request.uri.path == "/attachments" && request.method == .post
        return try await self.gate.counting(identity, isUpload ? .attachments : .account, context) {
            try await next(request, context)
        }
    }
}

extension RateGate {
    /// Counts a request for an account, in place of its address, and answers it.
    ///
    /// - Throws: ``Problem`` `too_many_requests`.
    func counting(
        _ identity: Identity, _ kind: RequestRates.Kind, _ context: WebContext, _ body: () async throws -> Response
    ) async throws -> Response {
        context.admission.countByAccount()
        let told = try self.admit(identity, kind)
        var response = try await body()
        response.headers.append(contentsOf: told)
        return response
    }
}
