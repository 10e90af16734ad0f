import Hummingbird
import Redressal

/// Figures for everybody.
struct BoardRoutes: Sendable {
    let views: any OversightViews

    func add(to router: some RouterMethods<WebContext>) {
        router.route(
            "boards/jaap", [.get: { request, _ in try await TimeLimit.view.run { try await self.jaap(request) } }])
    }

    /// `GET /boards/jaap`: how far the joint action plans are.
    private func jaap(_ request: Request) async throws -> Response {
        _ = try Query(request, allowing: [])
        return try JSONResponse.make(.ok, JaapBoardDocument(JaapBoard(try await self.views.jaapPlans())))
    }
}

/// The board of joint action plans; figures are missing where they would tell of single actions.
private struct JaapBoardDocument: Encodable {
    let plans: [Plan]
    let total: JaapFigures?
    /// Of how many actions a plan's figures must be made up to be shown.
    let smallestGroup: Int

    struct Plan: Encodable {
        let plan: String?
        let sangkat: String?
        let figures: JaapFigures?
    }

    private enum CodingKeys: String, CodingKey {
        case plans, total
        case smallestGroup = "smallest_group"
    }

    init(_ board: JaapBoard) {
        self.plans = board.lines.map { Plan(plan: $0.plan, sangkat: $0.sangkat, figures: $0.figures) }
        self.total = board.total
        self.smallestGroup = JaapBoard.smallestGroup
    }
}
