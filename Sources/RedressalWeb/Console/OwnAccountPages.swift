import HTTPTypes
import Hummingbird
import Redressal

/// What people change themselves of how they sign in.
struct OwnAccountPages: Sendable {
    static let home = "/console/account"

    let console: ConsoleRoutes

    var desk: PageDesk { self.console.desk }
    var entrance: Entrance { Entrance(door: self.console.door, witness: self.desk.witness) }

    func add(to router: some RouterMethods<WebContext>) {
        self.console.page(router, "console/account", .get) { request, _, visitor in
            let query = try Query(request, allowing: ["lang", "changed"])
            let changed = query.text("changed")
            return try self.page(
                request, visitor,
                [
                    "isChanged": changed == "password", "isSetUp": changed == "code",
                    "hasCode": visitor.identity.codes == .on, "wantsCode": visitor.identity.codes == .on,
                ])
        }
        self.console.page(router, "console/account/password", .post) { request, _, visitor in
            try await self.changePassword(request, visitor)
        }
        self.addCodes(to: router)
    }

    /// `POST /console/account/password`: another password; every other session ends, and this one goes on under a new cookie.
    private func changePassword(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let body = try await request.form()
        guard let old = body.secret("password"), let new = body.secret("new_password") else {
            return try self.refusal(request, visitor, "missing")
        }
        guard body.secret("again") == new else { return try self.refusal(request, visitor, "differ") }
        let attempt = SignInAttempt(
            account: visitor.identity.account, password: old, code: body.text("code"), newPassword: new)
        do {
            // As at the door: tries are counted, and what is new is kept to the same rule.
            return self.goOn(try await self.entrance.enter(attempt), changed: "password")
        } catch let refusal as SignInRefusal {
            let fault = refusal == .wrong ? "wrong" : nil
            return try self.refusal(request, visitor, fault, refusal)
        }
    }

    /// Goes on under the cookie of the session that has begun.
    func goOn(_ entered: (secret: AccessSecret, identity: Identity), changed: String) -> Response {
        PageResponse.seeOther(
            "\(Self.home)?changed=\(changed)",
            cookie: self.console.door.cookie(entered.secret, of: entered.identity, at: self.desk.clock.now()))
    }

    /// Has a page tell that something was refused, and how long to wait after too many tries.
    func mark(_ page: inout Page, _ refusal: SignInRefusal?) {
        page.status = .unprocessableContent
        guard let refusal, case .wait = refusal else { return }
        let problem = Problem(refusal, at: self.desk.clock.now())
        (page.status, page.headers) = (problem.status, problem.headers)
    }

    /// The page again, with what has to be put right.
    ///
    /// - Parameter fault: Its words; nil for those of signing in.
    private func refusal(
        _ request: Request, _ visitor: Visitor, _ fault: String?, _ refusal: SignInRefusal? = nil
    ) throws -> Response {
        let speech = self.desk.painter.speech(for: request)
        let words = fault.map { speech("account.\($0)") } ?? refusal.map { speech("signin.\($0.wordKey)") }
        var page = Page("console.account", title: speech("account.title"))
        page.values = ["fault": words ?? "", "wantsCode": visitor.identity.codes == .on || refusal == .codeMissing]
        page.values["hasCode"] = visitor.identity.codes == .on
        self.mark(&page, refusal)
        return try self.desk.painter.response(page, to: request, visitor: visitor)
    }

    private func page(
        _ request: Request, _ visitor: Visitor, _ values: [String: any Sendable]
    ) throws -> Response {
        let speech = self.desk.painter.speech(for: request)
        return try self.desk.painter.response(
            Page("console.account", title: speech("account.title"), values), to: request, visitor: visitor)
    }
}
