import HTTPTypes
import Hummingbird
import Redressal

/// The pages of those whom ladders reach: what was brought to them, what is overdue and why, and who has how much to do.
struct SupervisionRoutes: Sendable {
    /// How many cases a part of the overview shows: each is read whole.
    static let most = 20

    let console: ConsoleRoutes
    let views: any OversightViews & WorkloadViews

    var desk: PageDesk { self.console.desk }

    func add(to router: some RouterMethods<WebContext>) {
        self.console.page(router, "console/supervision", .get) { request, _, visitor in
            try await self.overview(request, visitor)
        }
        self.console.page(router, "console/supervision/load", .get) { request, _, visitor in
            try await self.load(request, visitor)
        }
        self.console.page(router, "console/supervision/forecast", .get) { request, _, visitor in
            try await self.forecast(request, visitor)
        }
        self.console.page(router, "console/cases/:case/why", .get) { request, context, visitor in
            try await self.why(request, try context.parameters.require("case"), visitor)
        }
    }

    /// What somebody sees who supervises.
    ///
    /// - Throws: ``Problem`` for anybody else.
    func sight(of visitor: Visitor) throws(Problem) -> Sight {
        let sight = Sight(of: visitor.identity.account, self.desk.catalog(), at: self.desk.clock.now())
        guard sight.supervises else { throw .notSupervising }
        return sight
    }
}

extension Problem {
    static let notSupervising = Problem(
        .forbidden, Rejection.Code.notThisRole.rawValue,
        "expected an account that a ladder of a workflow can reach but this one it cannot")
}
