import HTTPTypes
import Hummingbird
import Redressal

/// The lists of cases that people work through.
struct QueueRoutes: Sendable {
    let views: any CaseViews
    let catalog: @Sendable () -> DefinitionCatalog
    let clock: any WallClock
    /// Tells browsers when to look again.
    let changes: ChangeStream

    func add(to router: some RouterMethods<WebContext>) {
        router.route(
            "queues",
            [
                .get: { request, context in
                    try await TimeLimit.view.run { try await self.counts(request, for: context.identity) }
                }
            ])
        router.route(
            "queues/:queue",
            [
                .get: { request, context in
                    let name = try context.parameters.text("queue")
                    return try await TimeLimit.view.run { try await self.page(request, name, for: context.identity) }
                }
            ])
        // It says when to look and not at what: the same for every queue.
        router.route("queues/changes", [.get: { _, _ in self.changes.response() }])
    }

    /// `GET /queues`: how many cases are in each queue of whoever asks.
    private func counts(_ request: Request, for identity: Identity?) async throws -> Response {
        let query = try Query(request, allowing: ["user"])
        let (sight, now) = (try self.sight(query, identity), self.clock.now())
        var counts: [QueueCount] = []
        for queue in Queue.allCases where !queue.isOfSomebody || sight != nil {
            // One more than is shown tells that there are more.
            let found = try await self.views.count(queue.filter(sight, at: now), atMost: Queue.countLimit + 1)
            counts.append(QueueCount(queue, found))
        }
        return try JSONResponse.make(.ok, ["queues": counts])
    }

    /// `GET /queues/{queue}`: a part of a queue, the least time left first.
    private func page(_ request: Request, _ name: String, for identity: Identity?) async throws -> Response {
        guard let queue = Queue(rawValue: name) else {
            throw Problem(
                .notFound, "unknown_queue",
                "expected one of the queues \(Queue.allCases.map(\.rawValue).joined(separator: ", ")) but found another"
                    + Suggestion.text(name, Queue.allCases.map(\.rawValue)))
        }
        let query = try Query(request, allowing: ["user"] + PageRequest.parameters)
        let page = try PageRequest(cases: request, query, for: identity?.account)
        let sight = try self.sight(query, identity)
        if queue.isOfSomebody, sight == nil {
            throw Problem.malformed(
                "expected in 'user' the account whose cases are asked for but found none: nobody signs in here",
                field: "user")
        }
        let filter = queue.filter(sight, at: self.clock.now())
        let found = try await self.views.page(filter, after: try page.caseCursor(), limit: page.limit)
        guard queue == .waiting else { return try page.response(found) }
        let glances = try await self.views.glances(at: found.cases.map(\.id))
        let catalog = self.catalog()
        return try page.response(found) { WaitingCase($0, glances[$0.id], catalog) }
    }

    /// Whose queues they are: of who has signed in, or where nobody does of the account that is named; nil for everybody's.
    ///
    /// - Throws: ``Problem`` for another account than one's own.
    private func sight(_ query: Query, _ identity: Identity?) throws(Problem) -> Sight? {
        let user = query.text("user")
        if let identity, let user, user != identity.account {
            throw Problem(
                .forbidden, "not_yourself", "expected your own account in 'user' but found another's", field: "user")
        }
        return (identity?.account ?? user).map { Sight(of: $0, self.catalog(), at: self.clock.now()) }
    }
}

/// How many cases are in a queue.
private struct QueueCount: Encodable {
    let name: String
    /// At most ``Queue/countLimit``.
    let count: Int
    /// Whether there are more than that.
    let more: Bool

    /// - Parameter found: One more than the limit when there are more.
    init(_ queue: Queue, _ found: Int) {
        self.name = queue.rawValue
        self.count = min(found, Queue.countLimit)
        self.more = found > Queue.countLimit
    }
}
