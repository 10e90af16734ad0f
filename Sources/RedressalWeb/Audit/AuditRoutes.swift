import HTTPTypes
import Hummingbird
import Redressal

/// What auditors look at: what counts for nothing, and how far the read models are.
struct AuditRoutes: Sendable {
    let views: any OversightViews
    let catalog: @Sendable () -> DefinitionCatalog
    let clock: any WallClock
    /// Where each partition of the events ends now; empty where nobody can tell.
    let ends: @Sendable () async throws -> [Int: Int64]

    func add(to router: some RouterMethods<WebContext>) {
        router.route(
            "projections",
            [.get: { request, _ in try await TimeLimit.view.run { try await self.projections(request) } }])
        router.route(
            "audit/voids",
            [
                .get: { request, context in
                    try await TimeLimit.view.run { try await self.voids(request, for: context.identity) }
                }
            ])
        router.route(
            "audit/parked",
            [
                .get: { request, context in
                    try await TimeLimit.view.run { try await self.parked(request, for: context.identity) }
                }
            ])
    }

    /// `GET /projections`: how far each partition is folded in.
    private func projections(_ request: Request) async throws -> Response {
        _ = try Query(request, allowing: [])
        // The ends afterwards, so that what is folded in lies never beyond them.
        let standings = try await self.views.standings()
        let ends = try await self.ends()
        return try JSONResponse.make(
            .ok, ["projections": standings.map { ProjectionDocument($0, end: ends[$0.partition]) }])
    }

    /// `GET /audit/voids`: records that count for nothing.
    private func voids(_ request: Request, for identity: Identity?) async throws -> Response {
        let offices = try self.offices(of: identity)
        let query = try Query(request, allowing: PageRequest.parameters)
        let page = try PageRequest(request, query, for: identity?.account, parts: 2)
        let found = try await self.views.voids(of: offices, after: try page.logPosition(), limit: page.limit + 1)
        let lines = Array(found.prefix(page.limit))
        let next =
            found.count > page.limit
            ? lines.last.map { page.cursor([String($0.partition), String($0.offset)]) } : nil
        return try JSONResponse.make(.ok, VoidPageDocument(voids: lines, next: next), page.headers(next: next))
    }

    /// `GET /audit/parked`: cases whose history does not fit together.
    private func parked(_ request: Request, for identity: Identity?) async throws -> Response {
        let offices = try self.offices(of: identity)
        let query = try Query(request, allowing: PageRequest.parameters)
        let page = try PageRequest(request, query, for: identity?.account, parts: 1)
        let after = page.place.map { CaseID($0[0].replacing("\0", with: "")) }
        let found = try await self.views.parked(of: offices, after: after, limit: page.limit + 1)
        let lines = Array(found.prefix(page.limit))
        let next = found.count > page.limit ? lines.last.map { page.cursor([$0.case ?? ""]) } : nil
        return try JSONResponse.make(.ok, ParkedPageDocument(parked: lines, next: next), page.headers(next: next))
    }

    /// The offices whose cases an auditor sees; nil where nobody signs in, and everybody sees all of them.
    ///
    /// - Throws: ``Problem`` for who audits nothing.
    private func offices(of identity: Identity?) throws(Problem) -> [String]? {
        guard let identity else { return nil }
        let sight = Sight(of: identity.account, self.catalog(), at: self.clock.now())
        guard sight.isAuditor else { throw .notThisRole(.auditor) }
        return sight.offices
    }
}

extension PageRequest {
    /// - Throws: ``Problem`` for a cursor of nobody's making.
    fileprivate func logPosition() throws(Problem) -> LogPosition? {
        guard let place else { return nil }
        guard let partition = Int(place[0]), (0...Int(Int32.max)).contains(partition), let offset = Int64(place[1])
        else {
            throw Self.foreignCursor
        }
        return LogPosition(partition: partition, offset: offset)
    }
}

/// A part of the records that count for nothing, and the cursor of the next.
private struct VoidPageDocument: Encodable {
    let voids: [VoidRow]
    let next: String?
}

/// A part of the cases that are parked, and the cursor of the next.
private struct ParkedPageDocument: Encodable {
    let parked: [VoidRow]
    let next: String?
}
