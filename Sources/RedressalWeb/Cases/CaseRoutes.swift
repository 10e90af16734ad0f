import Foundation
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

    func add(to router: some RouterMethods<WebContext>) {
        router.route(
            "cases",
            [
                .get: { request, context in
                    try await TimeLimit.view.run { try await self.list(request, for: context.identity) }
                },
                .post: { request, context in
                    try await TimeLimit.command.run { try await self.open(request, by: context.identity) }
                },
            ])
        router.route(
            "cases/:case",
            [
                .get: { request, context in
                    let id = try context.parameters.text("case")
                    return try await TimeLimit.view.run { try await self.show(request, id, to: context.identity) }
                }
            ])
        router.route(
            "cases/:case/actions/:action",
            [
                .post: { request, context in
                    let id = try context.parameters.text("case")
                    let action = try context.parameters.text("action")
                    return try await TimeLimit.command.run {
                        try await self.act(request, on: id, action: action, by: context.identity)
                    }
                }
            ])
    }

    /// Whether somebody may see a case.
    ///
    /// - Parameter account: Nil where nobody signs in, and everybody sees all of them.
    func sees(_ state: CaseState, _ account: String?) -> Bool {
        account.map { Sight(of: $0, self.catalog(), at: self.clock.now()).sees(state) } ?? true
    }

    /// A case that somebody may see.
    ///
    /// - Throws: ``Problem`` for one that is not there or out of their sight, which nobody can tell apart.
    func seen(_ idOrReference: String, by identity: Identity?) async throws -> CaseState {
        guard let state = try await self.views.find(idOrReference), self.sees(state, identity?.account) else {
            throw Problem.noSuchCase
        }
        return state
    }

    /// Takes as long as it takes to find that a case is not there, so that nobody can tell it from one they may not see.
    func waitAsForNothing(_ idOrReference: String) async throws {
        _ = try await self.views.wait(for: idOrReference, seq: .max, patience: self.patience)
    }
}

extension Parameters {
    /// A part of the path, decoded.
    ///
    /// - Throws: ``Problem`` for bytes that are not UTF-8, a NUL character, or more than 200 characters.
    func text(_ name: String) throws -> String {
        guard let text = try self.require(name).removingPercentEncoding,
            text.unicodeScalars.count <= JSONObject.longestText
        else {
            throw Problem.malformed(
                "expected percent-encoded UTF-8 of at most \(JSONObject.longestText) characters in the path but found "
                    + "another \(name)")
        }
        try text.checkNoNUL(in: name)
        return text
    }
}
