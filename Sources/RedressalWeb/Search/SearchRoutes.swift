import Hummingbird
import Redressal

/// Finding cases by words.
struct SearchRoutes: Sendable {
    let search: any CaseSearch
    let catalog: @Sendable () -> DefinitionCatalog
    let clock: any WallClock

    func add(to router: some RouterMethods<WebContext>) {
        router.route(
            "search",
            [
                .get: { request, context in
                    try await TimeLimit.view.run { try await self.find(request, for: context.identity) }
                }
            ])
    }

    /// `GET /search`: cases that have all the words, narrowed as lists are.
    private func find(_ request: Request, for identity: Identity?) async throws -> Response {
        let query = try Query(request, allowing: ["q", "limit"] + CaseFilter.parameters)
        var filter = try CaseFilter(query, self.catalog())
        if let identity { Sight(of: identity.account, self.catalog(), at: self.clock.now()).narrow(&filter) }
        let limit = try query.number("limit", in: 1...500) ?? 50
        let found = try await self.search.find(try Self.words(query), in: filter, limit: limit)
        return try JSONResponse.make(.ok, found)
    }

    /// - Throws: ``Problem`` for no words or too many; it never repeats them.
    private static func words(_ query: Query) throws -> SearchQuery {
        do {
            return try SearchQuery(query.text("q") ?? "")
        } catch let refusal {
            throw Problem.malformed(refusal.description, field: "q")
        }
    }
}
