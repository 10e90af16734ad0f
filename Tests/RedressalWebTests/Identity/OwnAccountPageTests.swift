import HTTPTypes
import Redressal
import Testing

/// What people change themselves of how they sign in.
@Suite struct OwnAccountPageTests {
    private static let form = "password=sok&new_password=the+pump+is+dry+again&again=the+pump+is+dry+again"

    @Test func aNewPasswordComesWithTheOldOneAndANewSession() async throws {
        let website = try Website.withPages()
        let page = try await website.send(.get, "/console/account", headers: website.cookie("sok"))
        #expect(page.status == 200 && page.body.contains("The new password once more"))
        #expect(!page.body.contains("{{") && !page.body.contains(">account."))
        #expect(page.body.contains("<a href=\"/console/account\"><strong>sok</strong></a>"))
        let reply = try await website.send(
            .post, "/console/account/password", Self.form, headers: website.cookie("sok"))
        #expect(reply.status == 303 && reply.header("Location") == "/console/account?changed=password")
        #expect(reply.header("Set-Cookie")?.hasPrefix("redressal=") == true)
        let attempt = try #require(website.identities?.attempts.last)
        #expect(attempt.account == "sok" && attempt.password == "sok" && attempt.newPassword == "the pump is dry again")
        #expect(website.access.lines == ["AccountChangeAsked sok", "AccountChanged sok", "SignedIn sok"])
        #expect(
            website.access.entries.prefix(2).map(\.fact) == [
                .accountChangeAsked(AccountChangeAsked(subject: "sok", change: .passwordChanged)),
                .accountChanged(AccountChanged(subject: "sok", change: .passwordChanged)),
            ])
        let done = try await website.send(
            .get, "/console/account?changed=password", headers: website.cookie("sok"))
        #expect(done.body.contains("Your password is changed."))
    }

    /// What cannot be written down is not changed, and the session that asks goes on.
    @Test(arguments: [
        ("/console/account/password", Self.form),
        ("/console/account/code", "password=sok&code=123456&sealed=sealed-sok"),
    ])
    func whatCannotBeWrittenDownIsNotChanged(_ path: String, _ form: String) async throws {
        let website = try Website.withPages()
        let head = website.cookie("sok")
        website.access.fail()
        let reply = try await website.send(.post, path, form, headers: head)
        #expect(reply.status == 503 && reply.header("Set-Cookie") == nil)
        #expect(reply.body.contains("The system cannot answer at the moment."), "\(reply.body)")
        #expect(website.identities?.attempts.isEmpty == (path.hasSuffix("code")))
        #expect(website.identities?.changed.isEmpty == true)
        #expect(try await website.send(.get, "/console/account", headers: head).status == 200)
    }

    /// The same at the door, with the first sign-in.
    @Test func aFirstPasswordThatCannotBeWrittenDownIsNotChanged() async throws {
        let website = try Website.withPages()
        website.access.fail()
        let body = #"{"account": "sok", "password": "sok", "new_password": "the pump is dry again"}"#
        let reply = try await website.send(.post, "/session", body)
        #expect(reply.status == 503 && reply.body.contains("/problems/unavailable"), "\(reply.body)")
        #expect(website.identities?.attempts.count == 1 && website.identities?.changed.isEmpty == true)
    }

    @Test(arguments: [
        ("new_password=a&again=a", "Please fill in the old password"), ("password=sok", "Please fill in the old"),
        ("password=sok&new_password=the+pump&again=the+pumq", "is not the same both times"),
        ("password=sok&new_password=the+pump", "is not the same both times"),
    ])
    func whatIsNotWholeIsNotTried(_ form: String, _ words: String) async throws {
        let website = try Website.withPages()
        let reply = try await website.send(
            .post, "/console/account/password", form, headers: website.cookie("sok"))
        #expect(reply.status == 422 && reply.body.contains(words), "\(reply.body)")
        #expect(website.identities?.attempts.isEmpty == true && reply.header("Set-Cookie") == nil)
    }

    @Test(arguments: [
        (SignInRefusal.wrong, 422, "The old password, or the code, does not fit."),
        (.weakPassword("expected more"), 422, "This new password is too easy to guess."),
        (.codeMissing, 422, "name=\"code\""),
        (.wait(until: Instant(seconds: 1_775_795_430)), 429, "wait a few minutes"),
    ])
    func aRefusalSaysWhatToPutRight(_ refusal: SignInRefusal, _ status: Int, _ words: String) async throws {
        let website = try Website.withPages()
        let head = website.cookie("sok")
        website.identities?.refuse(refusal)
        let reply = try await website.send(.post, "/console/account/password", Self.form, headers: head)
        #expect(reply.status == status && reply.body.contains(words), "\(reply.body)")
        #expect(!reply.body.contains("the pump is dry again"))
        #expect(website.access.lines.allSatisfy { $0.hasPrefix("SignInRefused") })
    }

    @Test func whoHasNotSignedInAndOtherSitesChangeNothing() async throws {
        let website = try Website.withPages()
        let stranger = try await website.send(
            .post, "/console/account/password", Self.form,
            headers: [.contentType: "application/x-www-form-urlencoded"])
        #expect(stranger.status == 303 && stranger.header("Location")?.hasPrefix("/sign-in") == true)
        var head = website.cookie("sok")
        head[try #require(HTTPField.Name("Sec-Fetch-Site"))] = "cross-site"
        #expect(try await website.send(.post, "/console/account/password", Self.form, headers: head).status == 403)
        #expect(website.identities?.attempts.isEmpty == true)
    }

    @Test func codesAreSetUpWithThePasswordAndTheFirstOfThem() async throws {
        let website = try Website.withPages()
        let page = try await website.send(.get, "/console/account/code", headers: website.cookie("sok"))
        #expect(page.status == 200 && page.body.contains("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"), "\(page.body)")
        #expect(page.body.contains("href=\"otpauth://totp/Redressal:sok?secret=GEZDGNBV"))
        #expect(!page.body.contains("{{") && !page.body.contains(">account."))
        #expect(page.header("Cache-Control") == "no-store")
        let reply = try await website.send(
            .post, "/console/account/code", "password=sok&code=123456&sealed=sealed-sok", headers: website.cookie("sok")
        )
        #expect(reply.status == 303 && reply.header("Location") == "/console/account?changed=code", "\(reply.body)")
        #expect(reply.header("Set-Cookie")?.hasPrefix("redressal=") == true)
        #expect(website.access.lines == ["AccountChangeAsked sok", "AccountChanged sok", "SignedIn sok"])
        let done = try await website.send(.get, "/console/account?changed=code", headers: website.cookie("sok"))
        #expect(done.body.contains("asks for a code of your authenticator app from now on"))
        #expect(!done.body.contains("href=\"/console/account/code\""))
        let again = try await website.send(.get, "/console/account/code", headers: website.cookie("sok"))
        #expect(!again.body.contains("otpauth") && again.body.contains("ask an administrator"))
    }

    /// A secret that was proposed to somebody else, or to nobody, is nobody's.
    @Test(arguments: ["", "password=sok&code=123456", "password=sok&code=123456&sealed=sealed-dara"])
    func whatDoesNotFitChangesNothing(_ form: String) async throws {
        let website = try Website.withPages()
        let reply = try await website.send(
            .post, "/console/account/code", form, headers: website.cookie("sok"))
        #expect(reply.status == 422 && reply.body.contains("The password, or the code, does not fit."), "\(reply.body)")
        #expect(!reply.body.contains("otpauth") && reply.header("Set-Cookie") == nil)
    }

    @Test func whoIsAskedForCodesDoesNothingBefore() async throws {
        let website = try Website.withPages()
        website.identities?.set(.wanted, of: "sok")
        for path in ["/console", "/console/register", "/console/find?q=x"] {
            let reply = try await website.send(.get, path, headers: website.cookie("sok"))
            #expect(reply.status == 303 && reply.header("Location") == "/console/account/code")
        }
        let program = try await website.send(.get, "/cases", headers: website.bearer("sok"))
        #expect(program.status == 401 && program.body.contains("/problems/code_missing"))
        let page = try await website.send(.get, "/console/account/code", headers: website.cookie("sok"))
        #expect(page.status == 200 && page.body.contains("An administrator asks for this."))
        website.identities?.set(.on, of: "sok")
        #expect(try await website.send(.get, "/console", headers: website.cookie("sok")).status == 200)
    }
}
