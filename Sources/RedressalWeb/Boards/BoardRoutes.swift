import HTTPTypes
import Hummingbird
import Redressal

/// Figures for everybody: as pages for browsers, and as JSON for programs.
struct BoardRoutes: Sendable {
    let views: any OversightViews
    let catalog: @Sendable () -> DefinitionCatalog
    let clock: any WallClock
    /// Draws the pages; nil where there are none.
    let painter: PagePainter?
    private let kept = BoardCache()

    init(
        views: any OversightViews, catalog: @escaping @Sendable () -> DefinitionCatalog, clock: any WallClock,
        painter: PagePainter?
    ) {
        self.views = views
        self.catalog = catalog
        self.clock = clock
        self.painter = painter
    }

    func add(to router: some RouterMethods<WebContext>) {
        router.route(
            "boards/jaap", [.get: { request, context in try await self.answer(request, context, self.jaap) }])
        router.route(
            "boards/complaints",
            [.get: { request, context in try await self.answer(request, context, self.complaints) }])
        guard let painter else { return }
        router.route(
            "boards",
            [
                .get: { request, context in
                    try await PageRoute(painter: painter, limit: .view)(request, context) {
                        let speech = painter.speech(for: request)
                        return try painter.response(Page("boards.home", title: speech("boards.title")), to: request)
                    }
                }
            ])
    }

    /// Answers a browser with a page and a program with JSON.
    private func answer(
        _ request: Request, _ context: WebContext,
        _ body: @escaping @Sendable (Request, PagePainter?) async throws -> Response
    ) async throws -> Response {
        guard let painter, request.head.wantsPage else {
            return try await TimeLimit.view.run { try await body(request, nil) }
        }
        return try await PageRoute(painter: painter, limit: .view)(request, context) {
            try await body(request, painter)
        }
    }

    /// `GET /boards/jaap`: how far the joint action plans are.
    private func jaap(_ request: Request, _ painter: PagePainter?) async throws -> Response {
        _ = try Query(request, allowing: painter == nil ? [] : ["lang"])
        let board = JaapBoard(try await self.views.jaapPlans())
        guard let painter else {
            return try JSONResponse.make(.ok, JaapBoardDocument(board), [.vary: "Accept"])
        }
        let speech = painter.speech(for: request)
        return try self.page("jaap", BoardView(self.catalog().org, speech).values(of: board), painter, request)
    }

    /// `GET /boards/complaints`: what became of complaints, by office, and how many were answered within the standard.
    private func complaints(_ request: Request, _ painter: PagePainter?) async throws -> Response {
        _ = try Query(request, allowing: painter == nil ? [] : ["lang"])
        let window = ComplaintBoard.window(at: self.clock.now())
        let board = try await self.kept.board(of: window) {
            ComplaintBoard(try await self.views.complaintFigures(in: window))
        }
        guard let painter else {
            return try JSONResponse.make(.ok, ComplaintBoardDocument(board, window), [.vary: "Accept"])
        }
        let speech = painter.speech(for: request)
        let values = BoardView(self.catalog().org, speech).values(of: board, window)
        return try self.page("complaints", values, painter, request)
    }

    private func page(
        _ name: String, _ values: [String: any Sendable], _ painter: PagePainter, _ request: Request
    ) throws -> Response {
        let speech = painter.speech(for: request)
        var page = Page("boards.\(name)", title: speech("boards.\(name).title"), values)
        page.headers[.vary] = "Accept"
        return try painter.response(page, to: request)
    }
}
