import HTTPTypes
import Hummingbird
import Redressal

/// Signing in and out.
struct SessionRoutes: Sendable {
    let door: SignInDoor
    let catalog: @Sendable () -> DefinitionCatalog
    let clock: any WallClock
    let witness: AccessWitness

    private var entrance: Entrance { Entrance(door: self.door, witness: self.witness) }

    /// - Parameters:
    ///   - outside: For whoever comes.
    ///   - inside: For whoever has signed in.
    func add(outside: some RouterMethods<WebContext>, inside: some RouterMethods<WebContext>) {
        outside.route(
            "session",
            [
                .post: { request, _ in try await TimeLimit.view.run { try await self.signIn(request) } },
                .delete: { request, _ in try await TimeLimit.view.run { try await self.signOut(request) } },
            ],
            others: [.get])
        inside.route("session", only: [.get: { _, context in try self.show(context) }])
    }

    /// `POST /session`: who somebody is; gives a browser its cookie.
    private func signIn(_ request: Request) async throws -> Response {
        try CrossOrigin.check(request)
        let body = try JSONObject(
            try await request.json(), allowing: ["account", "password", "code", "new_password"])
        let attempt = SignInAttempt(
            account: try body.text("account"), password: try body.secret("password"),
            code: try body.optionalText("code"), newPassword: try body.optionalSecret("new_password"))
        do {
            let (secret, identity) = try await self.entrance.enter(attempt)
            let cookie = self.door.cookie(secret, of: identity, at: self.clock.now())
            return try JSONResponse.make(.created, self.document(identity), [.setCookie: cookie])
        } catch let refusal as SignInRefusal {
            throw Problem(refusal, at: self.clock.now())
        }
    }

    /// `GET /session`: who has signed in, and as what they may act.
    private func show(_ context: WebContext) throws -> Response {
        guard let identity = context.identity else { throw Problem.notSignedIn }
        return try JSONResponse.make(.ok, self.document(identity))
    }

    /// `DELETE /session`: signs out, on every machine that has the same session.
    private func signOut(_ request: Request) async throws -> Response {
        try await self.entrance.leave(request)
        return Response(status: .noContent, headers: [.setCookie: self.door.noCookie, .cacheControl: "no-store"])
    }

    private func document(_ identity: Identity) -> SessionDocument {
        SessionDocument(identity, self.catalog().org, at: self.clock.now())
    }
}
