import Foundation
import HTTPTypes
import Hummingbird
import Redressal

/// The page where people sign in.
struct ConsoleSignIn: Sendable {
    let desk: PageDesk
    let door: SignInDoor

    private static let home = "/console"

    private var entrance: Entrance { Entrance(door: self.door, witness: self.desk.witness) }

    /// Sends somebody to sign in, and back afterwards to where they wanted to go.
    static func ask(for request: Request) -> Response {
        let wanted = request.method == .get ? request.uri.string : Self.home
        return PageResponse.seeOther(
            "/sign-in?to=\(wanted.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")")
    }

    /// `GET /sign-in`: the form.
    func form(_ request: Request) throws -> Response {
        try self.page(request, to: Self.place(request.uri.queryParameters["to"].map { String($0) }))
    }

    /// `POST /sign-in`: who somebody is.
    func enter(_ request: Request) async throws -> Response {
        try CrossOrigin.check(request)
        let body = try await request.form()
        let place = Self.place(body.text("to"))
        let account = body.text("account") ?? ""
        let attempt = SignInAttempt(
            account: account, password: body.secret("password") ?? "", code: body.text("code"),
            newPassword: body.secret("new_password"))
        do {
            let (secret, identity) = try await self.entrance.enter(attempt)
            return PageResponse.seeOther(
                place, cookie: self.door.cookie(secret, of: identity, at: self.desk.clock.now()))
        } catch let refusal as SignInRefusal {
            return try self.page(request, to: place, account: account, refusal)
        }
    }

    /// `POST /sign-out`: on every machine that has the same session.
    func leave(_ request: Request) async throws -> Response {
        try await self.entrance.leave(request)
        return PageResponse.seeOther("/sign-in", cookie: self.door.noCookie)
    }

    private func page(
        _ request: Request, to place: String, account: String = "", _ refusal: SignInRefusal? = nil
    ) throws -> Response {
        let speech = self.desk.painter.speech(for: request)
        var page = Page("console.sign-in", title: speech("signin.title"), ["to": place, "account": account])
        if let refusal {
            page.status = Problem(refusal, at: self.desk.clock.now()).status
            page.headers = Problem(refusal, at: self.desk.clock.now()).headers
            page.values["fault"] = speech("signin.\(refusal.wordKey)")
            page.values["wantsCode"] = refusal == .codeMissing
            page.values["wantsNewPassword"] = refusal.isAboutNewPassword
        }
        return try self.desk.painter.response(page, to: request)
    }

    /// A place of ours: an address elsewhere would lead people who have just signed in to strangers.
    private static func place(_ wanted: String?) -> String {
        guard let wanted, wanted.hasPrefix("/"), !wanted.hasPrefix("//"), !wanted.contains("\\"),
            wanted.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return Self.home }
        return wanted
    }
}

extension SignInRefusal {
    /// The message that says so to a person.
    var wordKey: String {
        switch self {
        case .wrong: "wrong"
        case .wait: "wait"
        case .codeMissing: "code_missing"
        case .passwordExpired: "password_expired"
        case .weakPassword: "weak_password"
        }
    }

    fileprivate var isAboutNewPassword: Bool {
        switch self {
        case .passwordExpired, .weakPassword: true
        case .wrong, .wait, .codeMissing: false
        }
    }
}
