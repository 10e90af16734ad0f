import Hummingbird
import Redressal

/// The lists that people of the offices work from.
enum ConsoleQueue: String, CaseIterable, Sendable {
    /// The open cases of the offices that their posts reach.
    case office
    /// The open cases that they hold.
    case mine
    case overdue
    /// Those that nobody could take.
    case orphans

    func filter(for visitor: Visitor, _ sight: Sight) -> CaseFilter {
        var filter = CaseFilter()
        filter.overdue = self == .overdue
        filter.orphans = self == .orphans
        sight.narrow(&filter)
        return filter
    }
}

extension ConsoleRoutes {
    private static let pageLength = 50

    /// `GET /console/queues/{queue}`: a list, the least time left first.
    func queue(_ request: Request, _ name: String, _ visitor: Visitor) async throws -> Response {
        guard let queue = ConsoleQueue(rawValue: name) else { throw HTTPError(.notFound) }
        let catalog = self.desk.catalog()
        let now = self.desk.clock.now()
        let speech = self.desk.painter.speech(for: request)
        let sight = Sight(of: visitor.identity.account, catalog, at: now)
        let listed = try await self.desk.views.list(queue.filter(for: visitor, sight), limit: Self.pageLength)
        let lines = listed.filter { queue != .mine || $0.assignee == visitor.identity.account }
        let page = Page(
            "console/queue", title: speech("queues.\(queue.rawValue)"),
            [
                "tabs": ConsoleQueue.allCases.map { tab -> [String: any Sendable] in
                    [
                        "name": tab.rawValue, "title": speech("queues.\(tab.rawValue)"), "isCurrent": tab == queue,
                    ]
                },
                "heading": speech("queues.\(queue.rawValue)"),
                "lines": lines.map { QueueLine($0, catalog, speech, at: now).values },
                "isEmpty": lines.isEmpty,
            ])
        return try self.desk.painter.response(page, to: request, visitor: visitor)
    }

    /// `GET /console/find?reference=`: straight to a case by its tracking number.
    func find(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let typed = request.uri.queryParameters["reference"].map { String($0) } ?? ""
        let state = try await self.desk.find(typed, for: visitor.identity.account)
        return PageResponse.seeOther("/console/cases/\(state.reference)")
    }
}
