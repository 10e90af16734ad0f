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

    func add(to router: Router<some RequestContext>) {
        router.route(
            "cases",
            [
                .get: { request, _ in try await TimeLimit.view.run { try await self.list(request) } },
                .post: { request, _ in try await TimeLimit.command.run { try await self.open(request) } },
            ])
        router.route(
            "cases/:case",
            [
                .get: { request, context in
                    let id = try context.parameters.text("case")
                    return try await TimeLimit.view.run { try await self.show(request, id) }
                }
            ])
        router.route(
            "cases/:case/actions/:action",
            [
                .post: { request, context in
                    let id = try context.parameters.text("case")
                    let action = try context.parameters.text("action")
                    return try await TimeLimit.command.run {
                        try await self.act(request, on: try await self.id(of: id), action: action)
                    }
                }
            ])
    }

    /// The id of a case that is named by its id or its tracking number.
    ///
    /// An id is taken as it is: the engine knows best whether there is such a case.
    private func id(of idOrReference: String) async throws -> CaseID {
        guard TrackingReference.isValid(idOrReference) else { return CaseID(idOrReference) }
        guard let state = try await self.views.find(idOrReference) else { throw Problem.noSuchCase }
        return state.id
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
