import HTTPTypes
import Hummingbird
import Redressal
import Testing

/// What is written down of those who ask, before they are answered.
@Suite struct AccessWitnessTests {
    private static let signIn = #"{"account": "sok", "password": "the pump is dry"}"#

    @Test func comingAndGoingIsWrittenDown() async throws {
        let website = try Website.withSample()
        let reply = try await website.send(.post, "/session", Self.signIn)
        #expect(reply.status == 201)
        let entry = try #require(website.access.entries.first)
        #expect(entry.fact == .signedIn(SignedIn(way: .password, expires: FakeIdentities.expires)))
        #expect(entry.reader == Reader(account: "sok", kind: .person))
        #expect(entry.roles == ["intake"])
        #expect(entry.request == reply.header("X-Request-Id"))
        let headers = website.bearer("dara")
        #expect(try await website.send(.delete, "/session", headers: headers).status == 204)
        #expect(try await website.send(.delete, "/session", headers: headers).status == 204)
        #expect(website.access.lines == ["SignedIn sok", "SignedOut dara"])
    }

    @Test(arguments: [
        (SignInRefusal.wrong, SignInRefused.Reason.wrong), (.codeMissing, .codeMissing),
        (.passwordExpired, .passwordExpired), (.weakPassword("expected more"), .weakPassword),
    ])
    func whoIsNotLetInIsWrittenDownByTheHashOfTheirName(
        _ refusal: SignInRefusal, _ reason: SignInRefused.Reason
    ) async throws {
        let website = try Website.withSample()
        website.identities?.refuse(refusal)
        _ = try await website.send(.post, "/session", Self.signIn)
        let entry = try #require(website.access.entries.first)
        #expect(entry.fact == .signInRefused(SignInRefused(name: "sok", reason: reason)))
        #expect(entry.reader == nil)
        #expect(!"\(website.access.entries)".contains("\"sok\""))
    }

    /// It costs whoever sends it nothing: written down, strangers could fill the log with it.
    @Test func whoTriesAgainTooSoonIsNotWrittenDown() async throws {
        let website = try Website.withSample()
        website.identities?.refuse(.wait(until: Instant(seconds: 1_775_795_430)))
        #expect(try await website.send(.post, "/session", Self.signIn).status == 429)
        #expect(website.access.entries.isEmpty)
    }

    @Test func nobodyComesInUnwritten() async throws {
        let website = try Website.withSample()
        website.access.fail()
        let reply = try await website.send(.post, "/session", Self.signIn)
        #expect(reply.status == 503)
        #expect(reply.header("Set-Cookie") == nil)
        #expect(reply.header("Retry-After") == "1")
        // The session that had begun is over.
        let secret = try #require(website.identities?.latest)
        #expect(try await website.identities?.identity(showing: secret) == nil)
    }

    /// On the pages, too.
    @Test func comingAndGoingOnPagesIsWrittenDown() async throws {
        let website = try Website.withPages()
        let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        let come = try await website.send(.post, "/sign-in", "account=sok&password=sok", headers: form)
        #expect(come.status == 303)
        let cookie = try #require(come.header("Set-Cookie")?.prefix { $0 != ";" })
        let gone = try await website.send(.post, "/sign-out", "", headers: [.cookie: String(cookie)])
        #expect(gone.status == 303)
        website.identities?.refuse(.wrong)
        #expect(try await website.send(.post, "/sign-in", "account=sok&password=x", headers: form).status == 401)
        #expect(website.access.lines == ["SignedIn sok", "SignedOut sok", "SignInRefused –"])
        website.access.fail()
        #expect(try await website.send(.post, "/sign-in", "account=sok&password=x", headers: form).status == 503)
    }

    /// A case that is hidden and one that is not there are written down in the same way, and answered in the same words.
    @Test(arguments: [(HTTPRequest.Method.get, "", String?.none), (.post, "/actions/assign", "assign")])
    func whoAsksForAHiddenCaseIsWrittenDown(
        _ method: HTTPRequest.Method, _ path: String, _ action: String?
    ) async throws {
        let website = try Website.withSample()
        let headers = website.bearer("dara")
        let body = method == .post ? #"{"actor": {"role": "intake"}}"# : nil
        let hidden = try await website.send(method, "/cases/case-1\(path)", body, headers: headers)
        let missing = try await website.send(method, "/cases/case-9\(path)", body, headers: headers)
        #expect(hidden.status == 404)
        #expect(hidden.body == missing.body)
        #expect(
            website.access.entries.map(\.fact) == [
                .caseDenied(CaseDenied(case: CaseID("case-1"), action: action)),
                .caseDenied(CaseDenied(case: nil, action: action)),
            ])
        #expect(website.access.lines == ["CaseDenied dara", "CaseDenied dara"])
    }

    @Test(arguments: [
        Rejection.Code.notThisRole, .outsideJurisdiction, .conflictOfInterest, .samePerson, .notParty,
        .historyNotAllowed,
    ])
    func whatIsNotTheirsToDoIsWrittenDown(_ code: Rejection.Code) async throws {
        let website = try Website.withSample()
        website.gateway.reject(Rejection(code, "expected another"))
        let reply = try await website.send(
            .post, "/cases/case-1/actions/assign", #"{"actor": {"role": "intake"}}"#,
            headers: website.bearer("sok"))
        #expect(reply.status == 403)
        let facts = RequestRefused(case: CaseID("case-1"), action: "assign", reason: code.rawValue)
        #expect(website.access.entries.map(\.fact) == [.requestRefused(facts)])
    }

    @Test func actingAsSomebodyElseIsWrittenDown() async throws {
        let website = try Website.withSample()
        let body = #"""
            {"workflow": "complaint", "office": "kss", "fields": {}, "actor": {"user": "dara", "role": "intake"}}
            """#
        #expect(try await website.send(.post, "/cases", body, headers: website.bearer("sok")).status == 403)
        let facts = RequestRefused(case: nil, action: "open", reason: "not_yourself")
        #expect(website.access.entries.map(\.fact) == [.requestRefused(facts)])
    }

    @Test(arguments: [Rejection.Code.guardFailed, .notInThisState, .missingField])
    func whatIsOnlyWrongIsNot(_ code: Rejection.Code) async throws {
        let website = try Website.withSample()
        website.gateway.reject(Rejection(code, "expected another"))
        _ = try await website.send(
            .post, "/cases/case-1/actions/assign", #"{"actor": {"role": "intake"}}"#,
            headers: website.bearer("sok"))
        #expect(website.access.entries.isEmpty)
    }

    /// The denial itself is only given once it is written down.
    @Test func aDenialThatCannotBeWrittenDownIsNoAnswer() async throws {
        let website = try Website.withSample()
        website.access.fail()
        for name in ["case-1", "case-9"] {
            let reply = try await website.send(.get, "/cases/\(name)", headers: website.bearer("dara"))
            #expect(reply.status == 503)
        }
    }

    @Test func whereNobodySignsInNothingIsWrittenDown() async throws {
        let website = Website()
        #expect(try await website.send(.get, "/cases/case-9").status == 404)
        #expect(website.access.entries.isEmpty)
    }
}
