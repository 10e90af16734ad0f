import Hummingbird
import Redressal

extension ConsoleRoutes {
    /// The most cases that one search shows.
    private static let most = 50

    /// `GET /console/find?q=`: straight to a case by its tracking number, or the cases that have all the words.
    func find(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let typed = try Query(request, allowing: ["q", "lang"]).text("q") ?? ""
        let reference = TrackingReference.normalised(typed)
        if reference != nil || self.desk.search == nil {
            return try await self.go(to: reference ?? typed, request, visitor)
        }
        let speech = self.desk.painter.speech(for: request)
        var page = Page("console.found", title: speech("find.title"), ["typed": typed, "isEmpty": true])
        do {
            let found = try await self.found(try SearchQuery(typed), for: visitor)
            let (catalog, now) = (self.desk.catalog(), self.desk.clock.now())
            page.values["lines"] = found.cases.map { QueueLine($0, catalog, speech, at: now).values }
            page.values["isEmpty"] = found.cases.isEmpty
            page.values["isWhole"] = found.complete
        } catch let refusal as SearchQuery.Refusal {
            page.values["fault"] = speech("find.\(refusal == .noWord ? "no_word" : "too_long")")
            page.status = .badRequest
        }
        return try self.desk.painter.response(page, to: request, visitor: visitor)
    }

    /// Leads to a case.
    ///
    /// Of one that is out of sight, who did something in it is told that others have it now: in the same words for every reason
    /// that there is.
    private func go(to idOrReference: String, _ request: Request, _ visitor: Visitor) async throws -> Response {
        let found = try await self.desk.views.find(idOrReference)
        let sight = Sight(of: visitor.identity.account, self.desk.catalog(), at: self.desk.clock.now())
        guard let found, sight.sees(found) || sight.touched(found) else { throw Problem.noSuchCase }
        guard !sight.sees(found) else { return PageResponse.seeOther("/console/cases/\(found.reference)") }
        let speech = self.desk.painter.speech(for: request)
        return try self.desk.painter.response(
            Page(
                "console.found", title: speech("find.title"),
                ["typed": found.reference, "gone": speech("find.gone", ["case": found.reference])]),
            to: request, visitor: visitor)
    }

    private func found(_ query: SearchQuery, for visitor: Visitor) async throws -> CaseFindings {
        var filter = CaseFilter()
        filter.closed = true
        Sight(of: visitor.identity.account, self.desk.catalog(), at: self.desk.clock.now()).narrow(&filter)
        return try await self.desk.search?.find(query, in: filter, limit: Self.most)
            ?? CaseFindings(cases: [], complete: true)
    }

    /// Open cases that may be about the same thing as a case that can be joined with another now.
    func lookalikes(
        of state: CaseState, _ offers: [Offer], for visitor: Visitor
    ) async throws -> [CaseListing] {
        let isAsked = offers.contains { offer in
            offer.refusal == nil && offer.action.fields.contains { $0.name == Lookalikes.field }
        }
        guard isAsked, let search = self.desk.search, let query = Lookalikes.query(for: state) else { return [] }
        var filter = CaseFilter()
        filter.workflow = state.workflow.name
        Sight(of: visitor.identity.account, self.desk.catalog(), at: self.desk.clock.now()).narrow(&filter)
        return Lookalikes.pick(try await search.find(query, in: filter, limit: Self.most).cases, besides: state)
    }
}
