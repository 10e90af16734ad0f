import HTTPTypes
import Hummingbird
import Redressal

/// The pages that the offices work with.
struct ConsoleRoutes: Sendable {
    let desk: PageDesk
    let door: SignInDoor
    /// Where the PINs of receipts come from; nil gives none.
    let visits: VisitDoor?
    /// Counts who asks how often; nil counts nobody.
    let gate: RateGate?

    func add(to router: some RouterMethods<WebContext>) {
        let signIn = ConsoleSignIn(desk: self.desk, door: self.door)
        let view = PageRoute(painter: self.desk.painter, limit: .view)
        router.route(
            "sign-in",
            [
                .get: { request, context in try await view(request, context) { try signIn.form(request) } },
                .post: { request, context in try await view(request, context) { try await signIn.enter(request) } },
            ])
        router.route(
            "sign-out",
            [.post: { request, context in try await view(request, context) { try await signIn.leave(request) } }])
        OwnAccountPages(console: self).add(to: router)
        self.page(router, "console", .get) { request, _, visitor in try await self.home(request, visitor) }
        self.page(router, "console/queues/:queue", .get) { request, context, visitor in
            try await self.queue(request, try context.parameters.require("queue"), visitor)
        }
        self.page(router, "console/find", .get) { request, _, visitor in try await self.find(request, visitor) }
        self.page(router, "console/cases/:case", .get) { request, context, visitor in
            try await self.case(request, try context.parameters.require("case"), visitor)
        }
        router.route(
            "console/cases/:case/actions/:action",
            [
                .get: self.inside(.view) { _, context, visitor in
                    try await self.back(to: try context.parameters.require("case"), visitor)
                },
                .post: self.inside(.command) { request, context, visitor in
                    try await self.act(
                        request, on: try context.parameters.require("case"),
                        try context.parameters.require("action"), visitor)
                },
            ])
        router.route(
            "console/register",
            [
                .get: self.inside(.view) { request, _, visitor in try await self.openingForm(request, visitor) },
                .post: self.inside(.command) { request, _, visitor in try await self.register(request, visitor) },
            ])
    }

    typealias Body = @Sendable (Request, WebContext, Visitor) async throws -> Response

    func page(
        _ router: some RouterMethods<WebContext>, _ path: RouterPath, _ method: HTTPRequest.Method,
        _ body: @escaping Body
    ) {
        router.route(path, [method: self.inside(method == .get ? .view : .command, body)])
    }

    /// Only for people who have signed in; others are asked to.
    func inside(
        _ limit: TimeLimit, _ body: @escaping Body
    ) -> @Sendable (Request, WebContext) async throws -> Response {
        let route = PageRoute(painter: self.desk.painter, limit: limit)
        return { request, context in
            try await route(request, context) {
                guard let visitor = try await self.visitor(request) else { return ConsoleSignIn.ask(for: request) }
                if visitor.identity.codes == .wanted, !OwnAccountPages.isOne(request.uri.path) {
                    return PageResponse.seeOther(OwnAccountPages.codePage)
                }
                return try await route(request, context, visitor: visitor) {
                    try await self.counted(visitor, context) {
                        let parameters = context.parameters
                        return try await self.desk.witness.watch(
                            visitor.identity, on: parameters.get("case"), parameters.get("action")
                        ) { try await body(request, context, visitor) }
                    }
                }
            }
        }
    }

    /// Counts for the account what an office asks, for its people share an address with others.
    private func counted(
        _ visitor: Visitor, _ context: WebContext, _ body: () async throws -> Response
    ) async throws -> Response {
        guard let gate else { return try await body() }
        return try await gate.counting(visitor.identity, .account, context, body)
    }

    /// Who has signed in; nil for nobody, and for programs, which have no business here.
    private func visitor(_ request: Request) async throws -> Visitor? {
        guard let secret = try self.door.secret(of: request),
            let identity = try await self.door.identities.identity(showing: secret), identity.kind == .person
        else { return nil }
        return Visitor(identity, self.desk.catalog(), at: self.desk.clock.now())
    }
}
