import Hummingbird
import Redressal

/// What can be asked and done about cases.
struct CaseRoutes: Sendable {
    let gateway: any CommandGateway
    let views: any CaseViews
    /// The workflows, offices, posts and people there are now.
    let catalog: @Sendable () -> DefinitionCatalog
    let clock: any WallClock
    /// Makes the ids of commands and cases that come without an idempotency key.
    let ids: @Sendable () -> String
    /// How long `wait_for` waits at most.
    let patience: Duration
    /// Opens personal fields; nil for nobody.
    let personal: (any PersonalData)?
    /// Writes down refusals; nil where nobody signs in.
    let witness: AccessWitness?

    func add(to router: some RouterMethods<WebContext>) {
        router.route(
            "cases",
            [
                .get: { request, context in
                    try await TimeLimit.view.run { try await self.list(request, for: context.identity) }
                },
                .post: { request, context in
                    try await TimeLimit.command.run {
                        try await self.watch(context.identity, on: nil, "open") {
                            try await self.open(request, by: context.identity)
                        }
                    }
                },
            ])
        router.route(
            "cases/:case",
            [
                .get: { request, context in
                    let id = try context.parameters.text("case")
                    return try await TimeLimit.view.run {
                        try await self.watch(context.identity, on: id) {
                            try await self.show(request, id, to: context.identity)
                        }
                    }
                }
            ])
        router.route(
            "cases/:case/actions/:action",
            [
                .post: { request, context in
                    let id = try context.parameters.text("case")
                    let action = try context.parameters.text("action")
                    return try await TimeLimit.command.run {
                        try await self.watch(context.identity, on: id, action) {
                            try await self.act(request, on: id, action: action, by: context.identity)
                        }
                    }
                }
            ])
    }

    /// The cases as far as whoever asks may see them.
    var finder: SeenCases {
        SeenCases(views: self.views, catalog: self.catalog, clock: self.clock, patience: self.patience)
    }

    /// A case that somebody may see.
    ///
    /// - Throws: ``Problem`` for one that is not there or not to be seen, in the same words.
    func seen(_ idOrReference: String, by identity: Identity?) async throws -> CaseState {
        guard let state = try await self.finder.find(idOrReference, for: identity?.account) else {
            throw Problem.noSuchCase
        }
        return state
    }

    /// Answers, and where people sign in writes down what is refused because of who asks.
    func watch(
        _ identity: Identity?, on idOrReference: String? = nil, _ action: String? = nil,
        _ body: () async throws -> Response
    ) async throws -> Response {
        guard let witness else { return try await body() }
        return try await witness.watch(identity, on: idOrReference, action, body)
    }
}
