import HTTPTypes
import Hummingbird
import Redressal

/// One-time codes, which people set up themselves: their secret is shown to them alone, and once.
extension OwnAccountPages {
    /// Where whoever is asked for codes is led, whatever they wanted.
    static let codePage = "\(Self.home)/code"

    /// Whether somebody may look at a page before they have set codes up.
    static func isOne(_ path: String) -> Bool { path == Self.home || path.hasPrefix("\(Self.home)/") }

    func addCodes(to router: some RouterMethods<WebContext>) {
        router.route(
            "console/account/code",
            [
                .get: self.console.inside(.view) { request, _, visitor in try await self.propose(request, visitor) },
                .post: self.console.inside(.command) { request, _, visitor in try await self.accept(request, visitor) },
            ])
    }

    /// `GET /console/account/code`: a new secret for the authenticator app; it counts once a code of it was shown.
    private func propose(_ request: Request, _ visitor: Visitor) async throws -> Response {
        _ = try Query(request, allowing: ["lang"])
        let identity = visitor.identity
        guard identity.codes != .on else { return try self.codes(request, visitor, ["isOn": true]) }
        let proposed = try await self.console.door.identities.proposeCode(for: identity.account)
        return try self.codes(
            request, visitor,
            [
                "isWanted": identity.codes == .wanted, "sealed": proposed.sealed, "groups": proposed.groups,
                "address": proposed.address(of: identity.account),
            ])
    }

    /// `POST /console/account/code`: the first code, with the password.
    private func accept(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let body = try await request.form()
        guard let password = body.secret("password"), let code = body.text("code"), let sealed = body.text("sealed")
        else {
            return try self.codes(request, visitor, ["hasFailed": true], refusal: .codeMissing)
        }
        let attempt = SignInAttempt(account: visitor.identity.account, password: password, code: code)
        do {
            let entered = try await self.entrance.accept(attempt, of: sealed)
            return self.goOn(entered, changed: "code")
        } catch let refusal as SignInRefusal {
            return try self.codes(request, visitor, ["hasFailed": true, "sealed": sealed], refusal: refusal)
        }
    }

    private func codes(
        _ request: Request, _ visitor: Visitor, _ values: [String: any Sendable], refusal: SignInRefusal? = nil
    ) throws -> Response {
        let speech = self.desk.painter.speech(for: request)
        var page = Page("console.account-code", title: speech("account.code.title"), values)
        if let refusal {
            let isOurs = [.wrong, .codeMissing].contains(refusal)
            page.values["fault"] = speech(isOurs ? "account.code.wrong" : "signin.\(refusal.wordKey)")
            self.mark(&page, refusal)
        }
        return try self.desk.painter.response(page, to: request, visitor: visitor)
    }
}
