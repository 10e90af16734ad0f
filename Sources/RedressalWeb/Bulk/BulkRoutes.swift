import HTTPTypes
import Hummingbird
import Redressal

/// One action on many cases: preview, approval by a second person, progress, and what became of each case.
struct BulkRoutes: Sendable {
    let counter: BulkCounter
    let witness: AccessWitness
    let ids: @Sendable () -> String

    func add(to router: some RouterMethods<WebContext>) {
        router.route(
            "bulk",
            [
                .get: self.answer(.view) { request, _, account in
                    _ = try Query(request, allowing: [])
                    let latest = try await self.counter.latest(for: account)
                    return try JSONResponse.make(.ok, ["orders": latest.map { BulkDocument($0) }])
                },
                .post: self.answer(.command) { request, _, account in try await self.ask(request, account) },
            ])
        router.route(
            "bulk/:bulk",
            [
                .get: self.answer(.view) { _, id, account in
                    try JSONResponse.make(.ok, BulkDocument(try await self.counter.find(id, for: account)))
                }
            ])
        router.route(
            "bulk/:bulk/cases",
            [.get: self.answer(.view) { request, id, account in try await self.items(request, id, account) }])
        router.route(
            "bulk/:bulk/approve",
            [
                .post: self.answer(.command) { _, id, account in
                    try JSONResponse.make(.ok, BulkDocument(try await self.counter.approve(id, by: account)))
                }
            ])
        router.route(
            "bulk/:bulk/cancel",
            [
                .post: self.answer(.command) { _, id, account in
                    try JSONResponse.make(.ok, BulkDocument(try await self.counter.cancel(id, by: account)))
                }
            ])
    }

    private typealias Body = @Sendable (Request, String, String) async throws -> Response

    /// Answers who has signed in; a refusal because of who asks is written down.
    ///
    /// - Parameter body: Gets the request, the order's id (empty where none is named), and the account.
    private func answer(
        _ limit: TimeLimit, _ body: @escaping Body
    ) -> @Sendable (Request, WebContext) async throws -> Response {
        { request, context in
            guard let identity = context.identity, identity.kind == .person else { throw Problem.notSignedIn }
            let id = context.parameters.get("bulk") ?? ""
            return try await limit.run {
                try await self.witness.watch(identity, on: nil, "bulk") {
                    try await body(request, id, identity.account)
                }
            }
        }
    }

    /// `POST /bulk`: an order; its preview follows.
    private func ask(_ request: Request, _ account: String) async throws -> Response {
        let order = try BulkOrder(try await request.json())
        let key = try IdempotencyKey(request.headers)
        let id = key?.orderID(for: account) ?? self.ids()
        let asked = try await self.counter.ask(order, as: id, by: account)
        return try JSONResponse.make(.accepted, BulkDocument(asked), [.location: "/bulk/\(id)"])
    }

    /// `GET /bulk/{bulk}/cases`: what became of each case, in the order in which they are done.
    private func items(_ request: Request, _ id: String, _ account: String) async throws -> Response {
        let query = try Query(request, allowing: ["fate"] + PageRequest.parameters)
        let page = try PageRequest(request, query, for: account, parts: 1)
        let fate = try query.text("fate").map { text throws(Problem) in
            guard let fate = BulkRequest.Fate(rawValue: text) else {
                throw .malformed(
                    "expected one of \(BulkRequest.Fate.allCases.map(\.rawValue).joined(separator: ", ")) in 'fate' but found another",
                    field: "fate")
            }
            return fate
        }
        let after = page.place.map { Int($0[0]) ?? -1 } ?? 0
        guard (0...Int(Int32.max)).contains(after) else { throw PageRequest.foreignCursor }
        _ = try await self.counter.find(id, for: account)
        let found = try await self.counter.desk.items(of: id, fate, after: after, limit: page.limit + 1)
        let items = Array(found.prefix(page.limit))
        let next = found.count > page.limit ? items.last.map { page.cursor([String($0.number)]) } : nil
        return try JSONResponse.make(.ok, BulkItemsDocument(cases: items, next: next), page.headers(next: next))
    }
}

/// A part of an order's cases, and the cursor of the next.
private struct BulkItemsDocument: Encodable {
    let cases: [BulkItem]
    let next: String?
}

extension BulkOrder {
    /// - Throws: ``Problem`` for a body that is none.
    fileprivate init(_ json: JSONValue) throws(Problem) {
        let body = try JSONObject(
            json,
            allowing: ["workflow", "state", "office", "fields", "happened", "action", "inputs", "holiday", "reason"])
        self.init(
            workflow: try body.optionalText("workflow"), action: try body.optionalText("action"),
            reason: try body.text("reason"))
        self.state = try body.optionalText("state")
        self.office = try body.optionalText("office")
        self.happened = try body.optionalText("happened")
        self.fields = try body.fields()
        self.inputs = try body.fields("inputs")
        guard body.value("holiday") != nil else { return }
        let day = try body.object("holiday", allowing: ["calendar", "date", "name"])
        guard let date = CivilDate(try day.text("date")) else {
            throw .malformed(
                "expected a date such as 2026-04-10 in 'holiday.date' but found another", field: "holiday.date")
        }
        self.holiday = AnnouncedHoliday(calendar: try day.text("calendar"), date: date, name: try day.text("name"))
    }
}
