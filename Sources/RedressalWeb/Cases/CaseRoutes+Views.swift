import HTTPTypes
import Hummingbird
import Redressal

extension CaseRoutes {
    /// `GET /cases/{case}`: where a case stands.
    func show(_ request: Request, _ idOrReference: String, to identity: Identity?) async throws -> Response {
        let query = try Query(request, allowing: ["wait_for", "personal", "purpose"])
        let wanted = try query.number("wait_for", in: 0...Int.max) ?? 0
        let purpose = try self.purpose(query)
        let found =
            wanted > 0
            ? try await self.finder.find(idOrReference, for: identity?.account, upTo: wanted)
            : try await self.finder.find(idOrReference, for: identity?.account)
        guard let state = found else { throw Problem.noSuchCase }
        guard state.seq >= wanted else {
            throw Problem(
                .serviceUnavailable, "behind",
                "expected the read models to reach event \(wanted) within \(self.patience.components.seconds) s but they "
                    + "are at event \(state.seq)"
            ).retryable(after: 1)
        }
        let shown = try await self.opened(state, for: purpose, to: identity)
        return try JSONResponse.make(.ok, CaseDocument(shown), [.eTag: EntityTag.make(state.seq)])
    }

    /// `GET /cases`: a list of cases, the least time left first.
    func list(_ request: Request, for identity: Identity?) async throws -> Response {
        let query = try Query(request, allowing: CaseFilter.parameters + PageRequest.parameters)
        let page = try PageRequest(cases: request, query, for: identity?.account)
        var filter = try CaseFilter(query, self.catalog())
        if let identity { Sight(of: identity.account, self.catalog(), at: self.clock.now()).narrow(&filter) }
        return try page.response(
            try await self.views.page(filter, after: try page.caseCursor(), limit: page.limit))
    }
}
