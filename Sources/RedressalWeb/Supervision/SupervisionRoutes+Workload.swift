import Hummingbird
import Redressal

extension SupervisionRoutes {
    /// `GET /console/supervision/load`: how much there is to do, by office and by who holds it; in the order of names.
    func load(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let sight = try self.sight(of: visitor)
        let query = try Query(request, allowing: ["lang", "days"])
        let days = try query.number("days", in: WorkloadQuery.windows) ?? WorkloadQuery.window
        let (catalog, speech) = (self.desk.catalog(), self.desk.painter.speech(for: request))
        let loads = try await self.views.loads(
            WorkloadQuery(catalog, sight, at: self.desk.clock.now()).loads(days: days))
        let name = { (office: String) in catalog.org.office(office)?.name ?? office }
        let values: [String: any Sendable] = [
            "days": days, "hasLoads": !loads.isEmpty,
            "lead": speech("load.lead", count: days), "small": speech("load.small", count: LoadFigures.smallestGroup),
            "windows": [7, 30, 90, 365].map { length -> [String: any Sendable] in
                ["days": length, "text": speech("spans.days", count: length), "isCurrent": length == days]
            },
            "offices": loads.byOffice.map { LoadLine($0.figures, speech).values(["office": name($0.office)]) },
            "holders": loads.map {
                LoadLine($0.figures, speech).values([
                    "office": name($0.office), "holder": $0.holder ?? speech("case.nobody"),
                ])
            },
        ]
        let page = Page("supervision.load", title: speech("load.title"), values)
        return try self.desk.painter.response(page, to: request, visitor: visitor)
    }

    /// `GET /console/supervision/forecast`: what falls due on each of the next seven days.
    func forecast(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let sight = try self.sight(of: visitor)
        _ = try Query(request, allowing: ["lang"])
        let (catalog, speech) = (self.desk.catalog(), self.desk.painter.speech(for: request))
        let question = WorkloadQuery(catalog, sight, at: self.desk.clock.now()).forecast(days: WorkloadQuery.days)
        let table = ForecastTable(try await self.views.forecast(question), question, catalog, speech)
        let page = Page("supervision.forecast", title: speech("forecast.title"), table.values)
        return try self.desk.painter.response(page, to: request, visitor: visitor)
    }
}
