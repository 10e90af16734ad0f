import Hummingbird
import Redressal

/// Who has how much to do, and what falls due when.
struct WorkloadRoutes: Sendable {
    let views: any WorkloadViews
    let catalog: @Sendable () -> DefinitionCatalog
    let clock: any WallClock
    /// Writes down who is turned away; nil where nobody signs in.
    let witness: AccessWitness?

    func add(to router: some RouterMethods<WebContext>) {
        router.route(
            "load",
            [
                .get: { request, context in
                    try await self.watched(context.identity) { try await self.load(request, for: context.identity) }
                }
            ])
        router.route(
            "forecast",
            [
                .get: { request, context in
                    try await self.watched(context.identity) { try await self.forecast(request, for: context.identity) }
                }
            ])
    }

    private func watched(
        _ identity: Identity?, _ body: @escaping @Sendable () async throws -> Response
    ) async throws -> Response {
        try await TimeLimit.view.run {
            guard let witness else { return try await body() }
            return try await witness.watch(identity) { try await body() }
        }
    }

    /// `GET /load`: what there is to do, by office and by who holds it.
    private func load(_ request: Request, for identity: Identity?) async throws -> Response {
        let questions = try self.questions(of: identity)
        let days = try Query(request, allowing: ["days"]).number("days", in: WorkloadQuery.windows)
        let question = questions.loads(days: days ?? WorkloadQuery.window)
        return try JSONResponse.make(.ok, LoadDocument(try await self.views.loads(question), question))
    }

    /// `GET /forecast`: how many clocks run out on each of the next days.
    private func forecast(_ request: Request, for identity: Identity?) async throws -> Response {
        let questions = try self.questions(of: identity)
        let days = try Query(request, allowing: ["days"]).number("days", in: 1...31)
        let question = questions.forecast(days: days ?? WorkloadQuery.days)
        return try JSONResponse.make(.ok, ["forecast": try await self.views.forecast(question)])
    }

    /// For the offices that whoever asks supervises or audits; for all where nobody signs in.
    private func questions(of identity: Identity?) throws(Problem) -> WorkloadQuery {
        let (catalog, now) = (self.catalog(), self.clock.now())
        let sight = identity.map { Sight(of: $0.account, catalog, at: now) }
        if let sight, !sight.supervises, !sight.isAuditor { throw .notSupervising }
        return WorkloadQuery(catalog, sight, at: now)
    }
}
