import HTTPTypes
import Hummingbird
import Redressal

/// The pages of administrators.
struct AdminPages: Sendable {
    let console: ConsoleRoutes
    let oversight: OversightDesk
    let door: AccountDoor

    var organisation: OrganisationDoor {
        OrganisationDoor(book: self.oversight.organisation, witness: self.door.witness)
    }
    var desk: PageDesk { self.console.desk }

    func add(to router: some RouterMethods<WebContext>) {
        self.page(router, "console/admin") { request, _, who in try await self.home(request, who) }
        router.route(
            "console/admin/accounts",
            [
                .get: self.handler(.view) { request, _, who in try await self.accounts(request, who) },
                .post: self.handler(.command) { request, _, who in try await self.addAccount(request, who) },
            ])
        self.page(router, "console/admin/accounts/:account") { request, context, who in
            try await self.account(request, named: try context.parameters.require("account"), who)
        }
        router.route(
            "console/admin/accounts/:account/:change",
            [
                .post: self.handler(.command) { request, context, who in
                    let name = try context.parameters.require("account")
                    return try await self.change(request, name, try context.parameters.require("change"), who)
                }
            ])
        self.page(router, "console/admin/posts") { request, _, who in try await self.posts(request, who) }
        self.page(router, "console/admin/offices") { request, _, who in try self.offices(request, who) }
        self.addChanges(to: router)
        self.page(router, "console/admin/definitions") { request, _, who in try self.definitions(request, who) }
        self.page(router, "console/admin/definitions/:workflow") { request, context, who in
            try self.definition(request, named: try context.parameters.require("workflow"), who)
        }
    }

    typealias Body = @Sendable (Request, WebContext, Administrator) async throws -> Response

    func page(
        _ router: some RouterMethods<WebContext>, _ path: RouterPath, _ body: @escaping Body
    ) {
        router.route(path, [.get: self.handler(.view, body)])
    }

    /// A page for administrators; others are refused, which is written down.
    func handler(
        _ limit: TimeLimit, _ body: @escaping Body
    ) -> @Sendable (Request, WebContext) async throws -> Response {
        self.console.inside(limit) { request, context, visitor in
            try await body(request, context, try Administrator(visitor, self.desk, self.door))
        }
    }

    /// One of the administrators' pages.
    func show(
        _ template: String, title: String? = nil, _ values: [String: any Sendable], to request: Request,
        _ who: Administrator, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let speech = self.desk.painter.speech(for: request)
        var page = Page("console.admin.\(template)", title: title ?? speech("admin.\(template).title"), values)
        page.status = status
        return try self.desk.painter.response(page, to: request, visitor: who.visitor)
    }

    /// `GET /console/admin`: how far the read models are, and what became of messages.
    private func home(_ request: Request, _ who: Administrator) async throws -> Response {
        _ = try Query(request, allowing: ["lang"])
        // The ends afterwards, so that what is folded in lies never beyond them.
        let standings = try await self.oversight.views.standings()
        let ends = try await self.oversight.ends()
        let notices = try await self.oversight.notices()
        let clock = who.clock(self.desk.painter.speech(for: request))
        let lags = standings.compactMap { standing in ends[standing.partition].map { max(0, $0 - standing.position) } }
        let values: [String: any Sendable] = [
            "lag": lags.reduce(0, +), "isBehind": lags.contains { $0 > 0 },
            "standings": standings.map { standing -> [String: any Sendable] in
                [
                    "partition": standing.partition, "position": "\(standing.position)",
                    "end": ends[standing.partition].map { "\($0)" } ?? "–", "voided": "\(standing.voided)",
                    "recorded": standing.recorded.map { clock.text($0) } ?? "–",
                ]
            },
            "notices": notices.map { ["state": $0.state, "reason": $0.reason ?? "–", "count": "\($0.notices)"] },
            "hasNotices": !notices.isEmpty, "zone": clock.zoneName,
        ]
        return try self.show("home", values, to: request, who)
    }
}
