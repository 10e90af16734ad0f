import Hummingbird
import Redressal

extension SupervisionRoutes {
    /// `GET /console/cases/{case}/why`: where a case's time went, and how each due date came about.
    func why(_ request: Request, _ idOrReference: String, _ visitor: Visitor) async throws -> Response {
        _ = try Query(request, allowing: ["lang"])
        let state = try await self.desk.find(idOrReference, for: visitor.identity.account)
        let timeline = try await self.desk.views.timeline(of: state.id)
        let (catalog, now) = (self.desk.catalog(), self.desk.clock.now())
        let speech = self.desk.painter.speech(for: request)
        let clock = OfficeClock(state.office, catalog, speech, at: now)
        let bar = TimeBar(TimeSplit(timeline, until: now, catalog: catalog), of: state.office, catalog, speech)
        let lines = ClockExplanation(timeline.map(\.record), catalog: catalog).lines.map { line in
            var values: [String: any Sendable] = [
                "when": clock.text(line.at), "clock": speech("clocks.\(line.clock.rawValue)"),
                "text": clock.localised(line.text),
            ]
            if let due = line.due { values["due"] = speech("why.due", ["when": clock.text(due)]) }
            return values
        }
        let values: [String: any Sendable] = [
            "reference": state.reference, "lines": lines, "hasLines": !lines.isEmpty, "zone": clock.zoneName,
        ]
        let page = Page(
            "supervision.why", title: speech("why.title", ["case": state.reference]),
            values.merging(bar.values) { $1 })
        return try self.desk.painter.response(page, to: request, visitor: visitor)
    }
}
