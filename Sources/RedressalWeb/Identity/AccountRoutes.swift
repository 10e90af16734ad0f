import HTTPTypes
import Hummingbird
import Redressal

/// The accounts of the installation, for administrators.
struct AccountRoutes: Sendable {
    let door: AccountDoor

    func add(to router: some RouterMethods<WebContext>) {
        router.route(
            "accounts",
            [
                .get: { request, context in
                    try await self.answer(context, .view) { _, reach in try await self.list(request, reach) }
                },
                .post: { request, context in
                    try await self.answer(context, .command) { identity, reach in
                        try await self.add(request, identity, reach)
                    }
                },
            ])
        router.route(
            "accounts/:account",
            [
                .get: { request, context in
                    let name = try context.parameters.text("account")
                    return try await self.answer(context, .view) { _, reach in
                        _ = try Query(request, allowing: [])
                        return try JSONResponse.make(.ok, try await self.door.account(name, of: reach))
                    }
                }
            ])
        router.route(
            "accounts/:account/:change",
            [
                .post: { _, context in
                    let name = try context.parameters.text("account")
                    let change = AccountChange(rawValue: try context.parameters.text("change"))
                    return try await self.answer(context, .command) { identity, reach in
                        guard let change else { throw HTTPError(.notFound) }
                        return try await self.change(name, change, identity, reach)
                    }
                }
            ])
    }

    private func answer(
        _ context: WebContext, _ limit: TimeLimit,
        _ body: @escaping @Sendable (Identity, AccountReach) async throws -> Response
    ) async throws -> Response {
        guard let identity = context.identity else { throw Problem.notSignedIn }
        return try await limit.run {
            try await self.door.witness.watch(identity, on: nil, "keep_accounts") {
                try await body(identity, try self.door.reach(of: identity.account))
            }
        }
    }

    /// `GET /accounts`: those that are theirs to keep.
    private func list(_ request: Request, _ reach: AccountReach) async throws -> Response {
        _ = try Query(request, allowing: [])
        return try JSONResponse.make(.ok, ["accounts": try await self.door.accounts(of: reach)])
    }

    /// `POST /accounts`: makes one, and hands over the password for its first sign-in.
    private func add(_ request: Request, _ identity: Identity, _ reach: AccountReach) async throws -> Response {
        let body = try JSONObject(try await request.json(), allowing: ["account", "kind"])
        let name = try body.text("account")
        guard let kind = Identity.Kind(rawValue: try body.optionalText("kind") ?? Identity.Kind.person.rawValue) else {
            throw Problem.malformed("expected person or service in 'kind' but found another text", field: "kind")
        }
        let password = try await self.door.add(name, kind: kind, by: identity, reach)
        return try JSONResponse.make(.created, HandedOver(account: name, password: password))
    }

    /// `POST /accounts/{account}/{change}`.
    private func change(
        _ name: String, _ change: AccountChange, _ identity: Identity, _ reach: AccountReach
    ) async throws -> Response {
        let secret = try await self.door.change(name, change, by: identity, reach)
        return try JSONResponse.make(.ok, HandedOver(account: name, password: secret))
    }
}

/// What an administrator hands over to whoever the account belongs to; it is shown once.
private struct HandedOver: Encodable {
    let account: String
    var password: String?
}
