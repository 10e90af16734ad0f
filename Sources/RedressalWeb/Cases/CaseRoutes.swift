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
                        let id = try await self.id(of: id, seenBy: context.identity)
                        return try await self.act(request, on: id, action: action, by: context.identity)
                    }
                }
            ])
    }

    /// The id of a case that is named by its id or its tracking number.
    ///
    /// An id is taken as it is: the engine knows best whether there is such a case.
    ///
    /// - Throws: ``Problem`` for a case that somebody may not see, as if there were none.
    private func id(of idOrReference: String, seenBy identity: Identity?) async throws -> CaseID {
        let isReference = TrackingReference.isValid(idOrReference)
        guard isReference || identity != nil else { return CaseID(idOrReference) }
        if let state = try await self.views.find(idOrReference) {
            guard self.sees(state, identity) else { throw Problem.noSuchCase }
            return state.id
        }
        guard !isReference else { throw Problem.noSuchCase }
        return CaseID(idOrReference)
    }

    /// Whether somebody may see a case; where nobody signs in everybody sees all of them.
    func sees(_ state: CaseState, _ identity: Identity?) -> Bool {
        identity.map { Sight($0, self.catalog(), at: self.clock.now()).sees(state) } ?? true
    }
}

extension Parameters {
    /// A part of the path, decoded.
    ///
    /// - Throws: ``Problem`` for bytes that are not UTF-8, a NUL character, or more than 200 characters.
    fileprivate func text(_ name: String) throws -> String {
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
