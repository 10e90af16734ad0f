import HTTPTypes
import Hummingbird
import Redressal

/// What auditors ask about who came in, was turned away, or read personal data.
struct AccessRoutes: Sendable {
    let inquiry: AccessInquiry
    let witness: AccessWitness

    func add(to router: some RouterMethods<WebContext>) {
        router.route(
            "audit/access",
            [
                .get: { request, context in
                    guard let identity = context.identity else { throw Problem.notSignedIn }
                    return try await TimeLimit.view.run {
                        try await self.witness.watch(identity, on: nil, "read_access_log") {
                            try await self.list(request, for: identity)
                        }
                    }
                }
            ])
    }

    /// `GET /audit/access`: entries, the latest first; the question is an entry too, written before it is answered.
    private func list(_ request: Request, for identity: Identity) async throws -> Response {
        let query = try Query(request, allowing: AccessInquiry.parameters)
        let page = try await self.inquiry.ask(query, by: identity)
        return try JSONResponse.make(.ok, AccessDocument(entries: page.entries, next: page.next?.text))
    }
}

/// Some entries of the access log, each as the log has it.
private struct AccessDocument: Encodable {
    let entries: [AccessEntry]
    /// What the next page is asked for with.
    let next: String?
}
