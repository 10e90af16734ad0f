import HTTPTypes
import Hummingbird
import Redressal
import RedressalWeb
import Testing

@Suite struct SessionTests {
    private static let body = #"{"account": "sok", "password": "the pump is dry"}"#

    private static func website(isSecure: Bool = false) -> Website {
        Website(identities: FakeIdentities(), isSecure: isSecure)
    }

    /// The cookie that an answer gives, as a browser sends it back.
    private static func cookie(_ reply: Reply) throws -> String {
        try #require(reply.header("Set-Cookie")?.split(separator: ";").first.map(String.init))
    }

    @Test func whoSignsInGetsACookieAndIsKnownByIt() async throws {
        let website = Self.website()
        let reply = try await website.send(.post, "/session", Self.body)
        #expect(reply.status == 201)
        #expect(
            reply.body
                == #"{"account":"sok","expires":"2026-04-10T16:30:00.000Z","kind":"person","roles":[],"seats":[{"office":"kss","post":"p0","roles":["intake"]},{"office":"kss","post":"p1","roles":["intake"]}]}"#
        )
        let set = try #require(reply.header("Set-Cookie"))
        #expect(set.hasPrefix("redressal="))
        for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200"] { #expect(set.contains(part)) }
        #expect(!set.contains("Secure"))
        let again = try await website.send(.get, "/session", headers: [.cookie: try Self.cookie(reply)])
        #expect(again.status == 200)
        #expect(again.body == reply.body)
    }

    @Test func behindHTTPSTheCookieIsKeptToIt() async throws {
        let website = Self.website(isSecure: true)
        let set = try #require(try await website.send(.post, "/session", Self.body).header("Set-Cookie"))
        #expect(set.hasPrefix("__Host-redressal="))
        #expect(set.contains("Secure"))
    }

    @Test func signingOutEndsTheSession() async throws {
        let website = Self.website()
        let cookie = try Self.cookie(try await website.send(.post, "/session", Self.body))
        let reply = try await website.send(.delete, "/session", headers: [.cookie: cookie])
        #expect(reply.status == 204)
        #expect(reply.header("Set-Cookie")?.contains("Max-Age=0") == true)
        #expect(try await website.send(.get, "/session", headers: [.cookie: cookie]).status == 401)
        #expect(try await website.send(.delete, "/session").status == 204)
    }

    @Test(arguments: [
        (SignInRefusal.wrong, 401, "sign_in_refused"), (.codeMissing, 401, "code_missing"),
        (.passwordExpired, 401, "password_expired"), (.weakPassword("expected more"), 422, "weak_password"),
        (.wait(until: Instant(seconds: 1_775_795_400 + 30)), 429, "too_many_tries"),
    ])
    func aRefusalSaysWhatIsMissing(_ refusal: SignInRefusal, _ status: Int, _ code: String) async throws {
        let website = Self.website()
        website.identities?.refuse(refusal)
        let reply = try await website.send(.post, "/session", Self.body)
        #expect(reply.status == status)
        #expect(reply.body.contains("/problems/\(code)"))
        #expect(reply.header("Set-Cookie") == nil)
        #expect(reply.header("Retry-After") == (status == 429 ? "30" : nil))
    }

    @Test func everythingSaidIsPassedOn() async throws {
        let website = Self.website()
        _ = try await website.send(
            .post, "/session",
            #"{"account": "sok", "password": "old", "code": "123456", "new_password": "the pump is dry"}"#)
        let attempt = try #require(website.identities?.attempts.first)
        #expect(attempt.password == "old")
        #expect(attempt.code == "123456")
        #expect(attempt.newPassword == "the pump is dry")
    }

    /// No message repeats a password, wherever it was put.
    @Test(arguments: [
        #"{"account": "sok"}"#, #"{"password": "hunter2hunter2"}"#, #"{"account": 7, "password": "hunter2hunter2"}"#,
        #"{"account": "sok", "password": ["hunter2hunter2"]}"#, #"{"account": "sok", "password": ""}"#,
        #"{"account": "sok", "password": "hunter2hunter2", "more": 1}"#, "[]", "hunter2hunter2",
    ])
    func aBadBodyIsRefused(_ body: String) async throws {
        let website = Self.website()
        let reply = try await website.send(.post, "/session", body)
        #expect(reply.status == 400)
        #expect(!reply.body.contains("hunter2"))
        #expect(website.identities?.attempts.isEmpty == true)
    }

    @Test func accountsThatCannotBeAskedAreSaidToBeAway() async throws {
        let website = Self.website()
        let secret = website.identities?.secret(of: "sok")
        website.identities?.fail()
        #expect(try await website.send(.post, "/session", Self.body).status == 503)
        let headers: HTTPFields = [.authorization: "Bearer \(secret?.token ?? "")"]
        #expect(try await website.send(.get, "/cases", headers: headers).status == 503)
    }

    @Test func whereNobodySignsInThereIsNoSession() async throws {
        #expect(try await Website().send(.post, "/session", Self.body).status == 404)
    }
}
