import HTTPTypes
import Hummingbird
import Redressal

/// The auditors' saved checks.
struct CheckRoutes: Sendable {
    let desk: OversightDesk
    let cases: CaseRoutes
    let witness: AccessWitness

    func add(to router: some RouterMethods<WebContext>) {
        router.route(
            "audit/checks",
            [.get: { request, context in try await self.answer(request, context) { try await self.all(request, $0) } }])
        router.route(
            "audit/checks/:check",
            [
                .get: { request, context in
                    let id = try context.parameters.text("check")
                    return try await self.answer(request, context) { try await self.one(request, id, $0) }
                }
            ])
    }

    private func answer(
        _ request: Request, _ context: WebContext, _ body: @escaping @Sendable (AuditScope) async throws -> Response
    ) async throws -> Response {
        guard let identity = context.identity else { throw Problem.notSignedIn }
        return try await TimeLimit.command.run {
            try await self.witness.watch(identity, on: nil, "run_check") {
                let sight = Sight(of: identity.account, self.cases.catalog(), at: self.cases.clock.now())
                guard let scope = sight.auditScope else { throw Problem.notThisRole(.auditor) }
                return try await body(scope)
            }
        }
    }

    /// `GET /audit/checks`: what each of them finds now.
    private func all(_ request: Request, _ scope: AuditScope) async throws -> Response {
        _ = try Query(request, allowing: [])
        let now = self.cases.clock.now()
        let results = try await self.desk.audit.run(AuditCheck.all, in: scope, self.cases.catalog(), at: now)
        return try JSONResponse.make(.ok, ["checks": results.map { CheckDocument($0, listing: 0) }])
    }

    /// `GET /audit/checks/{check}`: one of them with its findings.
    private func one(_ request: Request, _ id: String, _ scope: AuditScope) async throws -> Response {
        let limit = try Query(request, allowing: ["limit"]).number("limit", in: 1...500) ?? 50
        guard let check = AuditCheck.named(id) else {
            throw Problem(
                .notFound, "unknown_check",
                "expected a check but found \(id.quoted)\(Suggestion.text(id, AuditCheck.all.map(\.id)))")
        }
        let result = try await self.desk.audit.run(
            check, in: scope, self.cases.catalog(), at: self.cases.clock.now())
        return try JSONResponse.make(.ok, CheckDocument(result, listing: limit))
    }
}
