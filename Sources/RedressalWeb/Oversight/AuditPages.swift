import HTTPTypes
import Hummingbird
import Redressal

/// The pages of auditors: they look at everything but personal data, and there is nothing on them that writes.
struct AuditPages: Sendable {
    let console: ConsoleRoutes
    let oversight: OversightDesk
    let inquiry: AccessInquiry

    var desk: PageDesk { self.console.desk }

    func add(to router: some RouterMethods<WebContext>) {
        self.page(router, "console/audit") { request, _, auditor in try self.home(request, auditor) }
        self.page(router, "console/audit/cases") { request, _, auditor in try await self.find(request, auditor) }
        self.page(router, "console/audit/cases/:case") { request, context, auditor in
            try await self.history(request, of: try context.parameters.require("case"), auditor)
        }
        self.page(router, "console/audit/search") { request, _, auditor in try await self.search(request, auditor) }
        self.page(router, "console/audit/search/export", .command) { request, _, auditor in
            try await self.searchExport(request, auditor)
        }
        self.page(router, "console/audit/access") { request, _, auditor in try await self.access(request, auditor) }
        self.page(router, "console/audit/checks", .command) { request, _, auditor in
            try await self.checks(request, auditor)
        }
        self.page(router, "console/audit/checks/:check", .command) { request, context, auditor in
            try await self.check(request, named: try context.parameters.require("check"), auditor)
        }
        self.page(router, "console/audit/records") { request, _, auditor in try await self.records(request, auditor) }
        self.page(router, "console/audit/sample", .command) { request, _, auditor in
            try await self.sample(request, auditor)
        }
        self.page(router, "console/audit/sample/export", .command) { request, _, auditor in
            try await self.sampleExport(request, auditor)
        }
    }

    /// A page for who audits something; others are refused, which is written down.
    private func page(
        _ router: some RouterMethods<WebContext>, _ path: RouterPath, _ limit: TimeLimit = .view,
        _ body: @escaping @Sendable (Request, WebContext, Auditor) async throws -> Response
    ) {
        let handler = self.console.inside(limit) { request, context, visitor in
            try await body(request, context, try Auditor(visitor, self.desk))
        }
        router.route(path, [.get: handler])
    }

    /// `GET /console/audit`: what there is to look at.
    private func home(_ request: Request, _ auditor: Auditor) throws -> Response {
        _ = try Query(request, allowing: ["lang"])
        let org = auditor.catalog.org
        let offices = (auditor.scope.offices ?? []).map { org.office($0)?.name ?? $0 }
        return try self.show("home", ["offices": offices, "officeCount": offices.count], to: request, auditor)
    }

    /// `GET /console/audit/cases?case=`: straight to the history of a case.
    private func find(_ request: Request, _ auditor: Auditor) async throws -> Response {
        let typed = try Query(request, allowing: ["case", "lang"]).text("case") ?? ""
        let state = try await self.desk.find(typed, for: auditor.account)
        return PageResponse.seeOther("/console/audit/cases/\(state.reference)")
    }

    /// One of the auditor's pages.
    func show(
        _ template: String, title: String? = nil, _ values: [String: any Sendable], to request: Request,
        _ auditor: Auditor
    ) throws -> Response {
        let speech = self.desk.painter.speech(for: request)
        let page = Page("console.audit.\(template)", title: title ?? speech("audit.\(template).title"), values)
        return try self.desk.painter.response(page, to: request, visitor: auditor.visitor)
    }
}
