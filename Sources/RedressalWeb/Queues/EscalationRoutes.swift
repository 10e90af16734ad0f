import Hummingbird
import Redressal

/// The duties that ladders gave to people.
struct EscalationRoutes: Sendable {
    let views: any OversightViews
    let catalog: @Sendable () -> DefinitionCatalog
    let clock: any WallClock

    func add(to router: some RouterMethods<WebContext>) {
        router.route(
            "escalations",
            [
                .get: { request, context in
                    try await TimeLimit.view.run { try await self.list(request, for: context.identity) }
                }
            ])
    }

    /// `GET /escalations`: duties, the longest standing first.
    private func list(_ request: Request, for identity: Identity?) async throws -> Response {
        let query = try Query(request, allowing: ["holder", "open"] + PageRequest.parameters)
        let page = try PageRequest(request, query, for: identity?.account, parts: 3)
        var filter = EscalationFilter()
        filter.holder = query.text("holder")
        filter.open = try query.flag("open") ?? true
        if filter.holder == "me" {
            guard let identity else {
                throw Problem.malformed(
                    "expected an account in 'holder' but found 'me': nobody signs in here", field: "holder")
            }
            filter.holder = identity.account
        }
        if let identity { Sight(of: identity.account, self.catalog(), at: self.clock.now()).narrow(&filter) }
        let found = try await self.views.escalations(
            filter, after: try page.escalationCursor(), limit: page.limit + 1)
        let lines = Array(found.prefix(page.limit))
        let next = found.count > page.limit ? lines.last.map { page.cursor($0.place) } : nil
        return try JSONResponse.make(
            .ok, EscalationPageDocument(escalations: lines, next: next), page.headers(next: next))
    }
}

extension EscalationLine {
    /// What a cursor holds of it.
    fileprivate var place: [String] { [self.raised.description, String(self.seq), self.id.text] }
}

extension PageRequest {
    /// - Throws: ``Problem`` for a cursor of nobody's making.
    fileprivate func escalationCursor() throws(Problem) -> EscalationCursor? {
        guard let place else { return nil }
        guard let raised = Instant(place[0]), let seq = Int(place[1]), (0...Int(Int32.max)).contains(seq),
            !place[2].contains("\0")
        else { throw Self.foreignCursor }
        return EscalationCursor(raised: raised, id: CaseID(place[2]), seq: seq)
    }
}

/// A part of a list of duties, and the cursor of the next.
private struct EscalationPageDocument: Encodable {
    let escalations: [EscalationLine]
    let next: String?
}
