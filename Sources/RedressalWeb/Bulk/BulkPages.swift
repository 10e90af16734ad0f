import HTTPTypes
import Hummingbird
import Redressal

/// The pages on which supervisors ask for one action on many cases, and on which a second person approves it.
struct BulkPages: Sendable {
    private static let home = "/console/supervision/bulk"

    let supervision: SupervisionRoutes
    let counter: BulkCounter

    private var desk: PageDesk { self.supervision.desk }

    func add(to router: some RouterMethods<WebContext>) {
        let console = self.supervision.console
        router.route(
            "console/supervision/bulk",
            [
                .get: console.inside(.view) { request, _, visitor in try await self.list(request, visitor) },
                .post: console.inside(.command) { request, _, visitor in try await self.ask(request, visitor) },
            ])
        router.route(
            "console/supervision/calendar",
            [
                .get: console.inside(.view) { request, _, visitor in
                    try await self.supervision.calendar(request, visitor)
                },
                .post: console.inside(.command) { request, _, visitor in try await self.announce(request, visitor) },
            ])
        console.page(router, "console/supervision/bulk/new", .get) { request, _, visitor in
            try await self.form(request, visitor)
        }
        console.page(router, "console/supervision/bulk/orders/:bulk", .get) { request, context, visitor in
            try await self.show(request, try context.parameters.require("bulk"), visitor)
        }
        console.page(router, "console/supervision/bulk/orders/:bulk/approve", .post) { request, context, visitor in
            _ = try await request.form()
            let id = try context.parameters.require("bulk")
            _ = try await self.counter.approve(id, by: visitor.identity.account)
            return PageResponse.seeOther("\(Self.home)/orders/\(id)")
        }
        console.page(router, "console/supervision/bulk/orders/:bulk/cancel", .post) { request, context, visitor in
            _ = try await request.form()
            let id = try context.parameters.require("bulk")
            _ = try await self.counter.cancel(id, by: visitor.identity.account)
            return PageResponse.seeOther("\(Self.home)/orders/\(id)")
        }
    }

    /// `GET /console/supervision/bulk`: the orders there are, and what can be ordered.
    private func list(_ request: Request, _ visitor: Visitor) async throws -> Response {
        _ = try self.supervision.sight(of: visitor)
        let speech = self.desk.painter.speech(for: request)
        let orders = try await self.counter.latest(for: visitor.identity.account)
        let values: [String: any Sendable] = [
            "orders": orders.map { self.view($0, visitor, speech).values }, "hasOrders": !orders.isEmpty,
            "choices": self.choices(for: visitor, speech),
        ]
        return try self.answer(Page("supervision.bulk", title: speech("bulk.title"), values), request, visitor)
    }

    /// The actions that somebody's roles may do to many cases at once.
    private func choices(for visitor: Visitor, _ speech: Speech) -> [[String: any Sendable]] {
        self.desk.catalog().workflows.flatMap { workflow -> [[String: any Sendable]] in
            var seen: Set<ActionName> = []
            let actions = workflow.actions.filter { action in
                // Of several of one name, one may be the offices' and another its own people's.
                !action.timer
                    && action.by.contains { workflow.parties[$0] == nil && visitor.roles.contains($0.rawValue) }
                    && seen.insert(action.name).inserted
            }
            let choices = actions.map { ("&action=\($0.name)", speech.action($0, of: workflow)) }
            return (choices + (actions.isEmpty ? [] : [("", speech("bulk.recompute"))])).map { choice in
                [
                    "address": "\(Self.home)/new?workflow=\(workflow.name)\(choice.0)",
                    "title": "\(speech.workflow(workflow)): \(choice.1)",
                ] as [String: any Sendable]
            }
        }
    }

    /// `GET /console/supervision/bulk/new?workflow=&action=`.
    private func form(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let query = try Query(request, allowing: ["workflow", "action", "lang"])
        let speech = self.desk.painter.speech(for: request)
        let form = try self.blank(query.text("workflow"), query.text("action"), visitor, speech)
        return try self.answer(form, request, visitor, speech)
    }

    /// `POST /console/supervision/bulk`: an order.
    private func ask(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let body = try await request.form()
        let key = try IdempotencyKey(form: body.text("key"))
        let speech = self.desk.painter.speech(for: request)
        var form = try self.blank(body.text("workflow"), body.text("action"), visitor, speech)
        if let order = form.read(body) {
            let account = visitor.identity.account
            do {
                let asked = try await self.counter.ask(order, as: key.orderID(for: account), by: account)
                return PageResponse.seeOther("\(Self.home)/orders/\(asked.id)")
            } catch let problem as Problem where problem.status == .unprocessableContent {
                form.blame(problem)
            }
        }
        return try self.answer(form, request, visitor, speech, .unprocessableContent)
    }

    /// `POST /console/supervision/calendar`: a day off is to be announced; it becomes an order that a second person approves.
    private func announce(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let body = try await request.form()
        let key = try IdempotencyKey(form: body.text("key"))
        let (account, speech) = (visitor.identity.account, self.desk.painter.speech(for: request))
        guard let calendar = body.text("calendar"), let date = body.text("day").flatMap({ CivilDate($0) }) else {
            throw Problem.malformed("expected a calendar and a day such as 2026-04-10 but found others", field: "day")
        }
        var order = BulkOrder(reason: body.text("reason") ?? speech("calendar.reason"))
        order.holiday = AnnouncedHoliday(
            calendar: calendar, date: date, name: body.text("name") ?? speech("calendar.holiday"))
        let asked = try await self.counter.ask(order, as: key.orderID(for: account), by: account)
        return PageResponse.seeOther("\(Self.home)/orders/\(asked.id)")
    }

    /// `GET /console/supervision/bulk/orders/{order}`: its preview, and how far it is.
    private func show(_ request: Request, _ id: String, _ visitor: Visitor) async throws -> Response {
        _ = try Query(request, allowing: ["lang"])
        let account = visitor.identity.account
        let asked = try await self.counter.find(id, for: account)
        let speech = self.desk.painter.speech(for: request)
        var values = self.view(asked, visitor, speech).values
        let objection = self.counter.objection(to: account, approving: asked)
        values["mayApprove"] =
            objection == nil && asked.standing == .waiting
            && (asked.cases(.taken) > 0 || asked.order.holiday != nil)
        values["mayCancel"] = (objection == nil || account == asked.askedBy) && values["isOpen"] as? Bool == true
        if let objection, asked.standing == .waiting { values["objection"] = speech.rejection(objection) }
        let sample = try await self.counter.desk.items(of: id, nil, after: 0, limit: 10)
        values["sample"] = sample.map { item -> [String: any Sendable] in
            [
                "case": TrackingReference.make(for: item.case), "fate": speech("bulk.fates.\(item.fate.rawValue)"),
                "why": item.reason.map { speech.bulkReason($0) } ?? "",
            ]
        }
        values["hasSample"] = !sample.isEmpty
        return try self.answer(
            Page("supervision.order", title: speech("bulk.title"), values), request, visitor)
    }

    private func view(_ asked: BulkRequest, _ visitor: Visitor, _ speech: Speech) -> BulkView {
        BulkView(
            asked, at: visitor.seats.first?.office ?? "", self.desk.catalog(), speech, at: self.desk.clock.now())
    }

    /// - Throws: ``Problem`` or `HTTPError` where there is no such form.
    private func blank(
        _ workflow: String?, _ action: String?, _ visitor: Visitor, _ speech: Speech
    ) throws -> BulkForm {
        let sight = try self.supervision.sight(of: visitor)
        let catalog = self.desk.catalog()
        guard let workflow = workflow.flatMap({ catalog.workflow(named: $0) }) else { throw HTTPError(.notFound) }
        let found = action.flatMap { workflow.actions(named: ActionName($0)).first { !$0.timer } }
        guard action == nil || found != nil else { throw HTTPError(.notFound) }
        return BulkForm(workflow, found, sight, catalog, speech, at: self.desk.clock.now())
    }

    private func answer(
        _ form: BulkForm, _ request: Request, _ visitor: Visitor, _ speech: Speech, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var page = Page("supervision.bulk-form", title: speech("bulk.title"), form.values(key: self.desk.ids()))
        page.status = status
        return try self.answer(page, request, visitor)
    }

    private func answer(_ page: Page, _ request: Request, _ visitor: Visitor) throws -> Response {
        try self.desk.painter.response(page, to: request, visitor: visitor)
    }
}
