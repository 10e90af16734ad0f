import Hummingbird
import Redressal

extension SupervisionRoutes {
    /// `GET /console/supervision`: what was brought to whoever looks, what is overdue and why, and what nobody could take.
    func overview(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let sight = try self.sight(of: visitor)
        let query = try Query(request, allowing: ["lang", "whose"] + PageRequest.parameters)
        let asked = try PageRequest(cases: request, query, for: visitor.identity.account)
        let isMine = query.text("whose") != "all"
        let (catalog, now) = (self.desk.catalog(), self.desk.clock.now())
        let speech = self.desk.painter.speech(for: request)
        let overdue = try await self.desk.views.page(
            Queue.overdue.filter(sight, at: now), after: try asked.caseCursor(), limit: Self.most)
        let orphans = try await self.desk.views.page(
            Queue.orphans.filter(sight, at: now), after: nil, limit: Self.most)
        var values: [String: any Sendable] = [
            "isMine": isMine, "duties": try await self.duties(sight, visitor, isMine: isMine, speech),
            "overdue": try await self.lines(overdue.cases, catalog, speech, at: now),
            "orphans": orphans.cases.map { QueueLine($0, catalog, speech, at: now).values },
            "hasOrphans": !orphans.cases.isEmpty, "hasOverdue": !overdue.cases.isEmpty,
            "hasMoreOrphans": orphans.next != nil,
        ]
        values["hasDuties"] = (values["duties"] as? [[String: any Sendable]])?.isEmpty == false
        if let next = asked.next(after: overdue) {
            values["next"] = "/console/supervision?\(isMine ? "" : "whose=all&")cursor=\(next)"
        }
        let page = Page("supervision.overview", title: speech("supervision.title"), values)
        return try self.desk.painter.response(page, to: request, visitor: visitor)
    }

    /// The duties that ladders gave, each with what its case offers now.
    private func duties(
        _ sight: Sight, _ visitor: Visitor, isMine: Bool, _ speech: Speech
    ) async throws -> [[String: any Sendable]] {
        var filter = EscalationFilter()
        sight.narrow(&filter)
        if isMine { filter.holder = visitor.identity.account }
        let (catalog, now) = (self.desk.catalog(), self.desk.clock.now())
        var cards: [[String: any Sendable]] = []
        for line in try await self.views.escalations(filter, after: nil, limit: Self.most) {
            guard let state = try await self.desk.views.find(line.id.text), sight.sees(state) else { continue }
            let offers = catalog.offers(to: visitor.identity.account, on: state, at: now)
            // Nobody had the first level's duty before.
            let timeline = line.level > 1 ? try await self.desk.views.timeline(of: line.id) : []
            let card = DutyCard(line, state, timeline, offers, catalog, speech, at: now)
            cards.append(card.values(key: self.desk.ids()))
        }
        return cards
    }

    /// Lines of a list, each with where the case's time went.
    private func lines(
        _ listings: [CaseListing], _ catalog: DefinitionCatalog, _ speech: Speech, at now: Instant
    ) async throws -> [[String: any Sendable]] {
        var lines: [[String: any Sendable]] = []
        for listing in listings {
            let split = TimeSplit(try await self.desk.views.timeline(of: listing.id), until: now, catalog: catalog)
            let bar = TimeBar(split, of: listing.office, catalog, speech)
            lines.append(QueueLine(listing, catalog, speech, at: now).values.merging(bar.values) { $1 })
        }
        return lines
    }
}
