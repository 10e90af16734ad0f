import HTTPTypes
import Hummingbird
import Redressal

/// What auditors ask about who came in, was turned away, or read personal data.
struct AccessRoutes: Sendable {
    let entries: any AccessViews
    let cases: any CaseViews
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
        guard self.witness.catalog().org.holds(identity.account, .auditor, at: self.witness.clock.now()) else {
            throw Problem(
                .forbidden, Rejection.Code.notThisRole.rawValue,
                "expected somebody who holds the role auditor but found another")
        }
        let query = try Query(request, allowing: ["case", "account", "from", "to", "cursor", "limit"])
        let limit = try query.number("limit", in: 1...500) ?? 50
        let cursor = try query.text("cursor").map { text throws(Problem) in
            guard let cursor = AccessCursor(text) else {
                throw .malformed(
                    "expected the 'next' of the page before in 'cursor' but found another text", field: "cursor")
            }
            return cursor
        }
        let question = AccessQuestion(
            case: try await self.case(query.text("case")), account: query.text("account"),
            from: try query.instant("from"), to: try query.instant("to"))
        try await self.witness.record(.accessLogRead(AccessLogRead(question)), by: Reader(identity))
        let page = try await self.entries.entries(question, after: cursor, limit: limit)
        return try JSONResponse.make(.ok, AccessDocument(entries: page.entries, next: page.next?.text))
    }

    /// A case by its tracking number too; one that nobody knows finds nothing.
    private func `case`(_ idOrReference: String?) async throws -> CaseID? {
        guard let idOrReference else { return nil }
        return try await self.cases.find(idOrReference)?.id ?? CaseID(idOrReference)
    }
}

/// Some entries of the access log, each as the log has it.
private struct AccessDocument: Encodable {
    let entries: [AccessEntry]
    /// What the next page is asked for with.
    let next: String?
}
