import Hummingbird
import Redressal

extension ConsoleRoutes {
    /// Where people arrive: what is in their own hands comes before what is in their offices.
    private static let arrivals: [Queue] = [.mine, .waiting]

    /// `GET /console`: the first queue in which there is something to do.
    func home(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let now = self.desk.clock.now()
        let sight = Sight(of: visitor.identity.account, self.desk.catalog(), at: now)
        for queue in Self.arrivals {
            let filter = queue.filter(sight, at: now)
            if filter.steps?.isEmpty == true { continue }
            if try await self.desk.views.count(filter, atMost: 1) > 0 {
                return try await self.queue(request, queue.rawValue, visitor)
            }
        }
        return try await self.queue(request, Queue.office.rawValue, visitor)
    }

    /// `GET /console/queues/{queue}`: a part of a queue, the least time left first.
    func queue(_ request: Request, _ name: String, _ visitor: Visitor) async throws -> Response {
        guard let queue = Queue(rawValue: name) else { throw HTTPError(.notFound) }
        let query = try Query(request, allowing: ["lang"] + PageRequest.parameters)
        let asked = try PageRequest(cases: request, query, for: visitor.identity.account)
        let catalog = self.desk.catalog()
        let now = self.desk.clock.now()
        let sight = Sight(of: visitor.identity.account, catalog, at: now)
        let found = try await self.desk.views.page(
            queue.filter(sight, at: now), after: try asked.caseCursor(), limit: asked.limit)
        let speech = self.desk.painter.speech(for: request)
        var values: [String: any Sendable] = [
            "tabs": try await self.tabs(queue, sight, speech, at: now),
            "heading": speech("queues.\(queue.rawValue)"),
            "lines": try await self.lines(found.cases, in: queue, catalog, speech, at: now),
            "isEmpty": found.cases.isEmpty, "isWaiting": queue == .waiting,
        ]
        if let next = asked.next(after: found) { values["next"] = "/console/queues/\(queue.rawValue)?cursor=\(next)" }
        let page = Page("console.queue", title: speech("queues.\(queue.rawValue)"), values)
        return try self.desk.painter.response(page, to: request, visitor: visitor)
    }

    private func lines(
        _ listings: [CaseListing], in queue: Queue, _ catalog: DefinitionCatalog, _ speech: Speech, at now: Instant
    ) async throws -> [[String: any Sendable]] {
        let glances = try await self.desk.views.glances(at: listings.map(\.id))
        return listings.map { listing in
            let waiting = WaitingLine(listing, glances[listing.id], catalog, speech, at: now)
            return queue == .waiting ? waiting.values : waiting.values.merging(waiting.about) { $1 }
        }
    }

    /// The queues with how many cases are in each.
    private func tabs(
        _ current: Queue, _ sight: Sight, _ speech: Speech, at now: Instant
    ) async throws -> [[String: any Sendable]] {
        var tabs: [[String: any Sendable]] = []
        for queue in Queue.allCases {
            let filter = queue.filter(sight, at: now)
            // Whose turn it never is has no such list.
            if queue != current, filter.steps?.isEmpty == true { continue }
            let count = try await self.desk.views.count(filter, atMost: Queue.countLimit + 1)
            tabs.append([
                "name": queue.rawValue, "title": speech("queues.\(queue.rawValue)"), "isCurrent": queue == current,
                "count": count > Queue.countLimit ? "\(Queue.countLimit)+" : String(count),
            ])
        }
        return tabs
    }
}
