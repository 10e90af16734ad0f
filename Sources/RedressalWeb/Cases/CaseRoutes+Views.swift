import HTTPTypes
import Hummingbird
import Redressal

extension CaseRoutes {
    /// `GET /cases/{case}`: where a case stands.
    func show(_ request: Request, _ idOrReference: String, to identity: Identity?) async throws -> Response {
        let query = try Query(request, allowing: ["wait_for", "personal", "purpose"])
        let wanted = try query.number("wait_for", in: 0...Int.max) ?? 0
        let isThere =
            wanted > 0
            ? try await self.views.wait(for: idOrReference, seq: wanted, patience: self.patience) : false
        guard let state = try await self.views.find(idOrReference) else { throw Problem.noSuchCase }
        guard self.sees(state, identity?.account) else {
            if isThere { try await self.waitAsForNothing(idOrReference) }
            throw Problem.noSuchCase
        }
        guard state.seq >= wanted else {
            throw Problem(
                .serviceUnavailable, "behind",
                "expected the read models to reach event \(wanted) within \(self.patience.components.seconds) s but they "
                    + "are at event \(state.seq)"
            ).retryable(after: 1)
        }
        let shown = try await self.opened(state, query, to: identity)
        return try JSONResponse.make(.ok, CaseDocument(shown), [.eTag: EntityTag.make(state.seq)])
    }

    /// `GET /cases`: a list of cases, the least time left first.
    func list(_ request: Request, for identity: Identity?) async throws -> Response {
        let query = try Query(request, allowing: Self.filters + PageRequest.parameters)
        let page = try PageRequest(cases: request, query, for: identity?.account)
        var filter = try self.filter(query)
        if let identity { Sight(of: identity.account, self.catalog(), at: self.clock.now()).narrow(&filter) }
        return try page.response(
            try await self.views.page(filter, after: try page.caseCursor(), limit: page.limit))
    }

    /// The parameters that say which cases are listed.
    private static let filters = [
        "workflow", "office", "state", "severity", "assignee", "due_before", "overdue", "orphans", "closed",
    ]

    /// - Throws: ``Problem`` for a parameter that cannot be read, or a name that no definition has.
    private func filter(_ query: Query) throws(Problem) -> CaseFilter {
        var filter = CaseFilter()
        filter.workflow = query.text("workflow")
        filter.office = query.text("office")
        filter.state = query.text("state")
        filter.severity = query.text("severity")
        filter.assignee = query.text("assignee")
        filter.dueBefore = try query.instant("due_before")
        filter.overdue = try query.flag("overdue") ?? false
        filter.orphans = try query.flag("orphans") ?? false
        // Who names a state wants the cases in it, also when that state is a final one.
        filter.closed = try query.flag("closed") ?? (filter.state != nil)
        if let unknown = self.catalog().unknownName(in: filter) { throw Problem(unknown) }
        return filter
    }
}
