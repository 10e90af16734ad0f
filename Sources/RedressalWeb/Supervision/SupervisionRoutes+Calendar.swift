import Hummingbird
import Redressal

extension SupervisionRoutes {
    /// How many cases are looked at while somebody waits for the page.
    private static let mostCases = 10_000

    /// `GET /console/supervision/calendar?calendar=&day=&name=`: how many deadlines a holiday would move, before anybody
    /// publishes it.
    func calendar(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let sight = try self.sight(of: visitor)
        let query = try Query(request, allowing: ["lang", "calendar", "day", "name"])
        let (catalog, speech) = (self.desk.catalog(), self.desk.painter.speech(for: request))
        let typed = (query.text("calendar"), query.text("day"), query.text("name"))
        let offices = sight.offices
        let ids = Set(offices.compactMap { catalog.org.office($0)?.calendar })
        var values: [String: any Sendable] = [
            "calendars": catalog.calendars.map(\.id).filter { ids.contains($0) }.map {
                FormOption(value: $0, label: $0).values(chosen: typed.0.map { [$0] } ?? [])
            },
            "day": typed.1 ?? "", "name": typed.2 ?? "",
        ]
        if let id = typed.0 {
            if let day = typed.1.flatMap({ CivilDate($0) }), ids.contains(id), let calendar = catalog.calendar(id),
                let next = try? calendar.adding(
                    Holiday(date: day, name: typed.2 ?? speech("calendar.holiday"), status: .announced))
            {
                let blank = CalendarPreview(catalog, with: [next], at: self.desk.clock.now())
                let (preview, isWhole) = try await self.views.preview(blank, of: offices, atMost: Self.mostCases)
                values.merge(self.values(of: preview, isWhole: isWhole, catalog, speech)) { $1 }
                values["chosen"] = id
                values["key"] = self.desk.ids()
                // Whoever does not supervise all of its offices may look, and somebody above them announces it.
                let all = catalog.supervisedOffices(of: id)
                values["mayAnnounce"] = !all.isEmpty && sight.supervised(among: all) == all
            } else {
                values["fault"] = speech("calendar.wrong")
            }
        }
        let page = Page("supervision.calendar", title: speech("calendar.title"), values)
        return try self.desk.painter.response(page, to: request, visitor: visitor)
    }

    private func values(
        of preview: CalendarPreview, isWhole: Bool, _ catalog: DefinitionCatalog, _ speech: Speech
    ) -> [String: any Sendable] {
        let now = self.desk.clock.now()
        let total = preview.total
        return [
            "hasPreview": true, "isPart": !isWhole,
            "summary": speech("calendar.moves", count: total.later + total.earlier),
            "stay": speech("calendar.stay", count: total.breached),
            "offices": preview.offices.sorted { $0.key < $1.key }.map { id, office -> [String: any Sendable] in
                [
                    "name": catalog.org.office(id)?.name ?? id, "later": office.later, "earlier": office.earlier,
                    "unmoved": office.unmoved, "breached": office.breached,
                ]
            },
            "hasMoves": !preview.moves.isEmpty,
            "moves": preview.moves.map { move -> [String: any Sendable] in
                let clock = OfficeClock(move.office, catalog, speech, at: now)
                return [
                    "reference": move.reference, "clock": speech("clocks.\(move.clock.rawValue)"),
                    "old": clock.text(move.old), "due": clock.text(move.due),
                ]
            },
        ]
    }
}
