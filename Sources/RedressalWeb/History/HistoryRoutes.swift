import Hummingbird
import Redressal

/// What happened to a case, and why it is due when it is.
struct HistoryRoutes: Sendable {
    let views: any CaseViews
    let cases: CaseRoutes

    func add(to router: some RouterMethods<WebContext>) {
        router.route(
            "cases/:case/history",
            [
                .get: { request, context in
                    let id = try context.parameters.text("case")
                    return try await TimeLimit.view.run {
                        try await self.cases.watch(context.identity, on: id) {
                            try await self.history(request, id, to: context.identity)
                        }
                    }
                }
            ])
        router.route(
            "cases/:case/explain",
            [
                .get: { request, context in
                    let id = try context.parameters.text("case")
                    return try await TimeLimit.view.run {
                        try await self.cases.watch(context.identity, on: id) {
                            try await self.explain(request, id, to: context.identity)
                        }
                    }
                }
            ])
    }

    /// `GET /cases/{case}/history`: its events, and where it stood at an instant.
    private func history(_ request: Request, _ idOrReference: String, to identity: Identity?) async throws -> Response {
        let query = try Query(request, allowing: ["at", "known"])
        let (instant, known) = (try query.instant("at"), try query.instant("known"))
        guard known == nil || instant != nil else {
            throw Problem.malformed("expected 'at' beside 'known' but found none", field: "at")
        }
        let state = try await self.cases.seen(idOrReference, by: identity)
        let timeline = try await self.views.timeline(of: state.id)
        return try JSONResponse.make(
            .ok, try HistoryDocument(state, timeline, at: instant, known: known),
            [.eTag: EntityTag.make(timeline.last?.record.seq ?? 0)])
    }

    /// `GET /cases/{case}/explain`: its deadlines line by line, and where its time went.
    private func explain(_ request: Request, _ idOrReference: String, to identity: Identity?) async throws -> Response {
        _ = try Query(request, allowing: [])
        let state = try await self.cases.seen(idOrReference, by: identity)
        let timeline = try await self.views.timeline(of: state.id)
        return try JSONResponse.make(
            .ok, ExplanationDocument(state, timeline, at: self.cases.clock.now(), self.cases.catalog()))
    }
}
