import HTTPTypes
import Redressal
import Testing

@testable import RedressalWeb

/// Accounts, as administrators keep them over HTTP.
@Suite struct AccountRouteTests {
    private static func post(
        _ path: String, _ body: String = "{}", as account: String, _ website: Website
    ) async throws
        -> Reply
    {
        try await website.send(.post, path, body, headers: website.bearer(account))
    }

    private static func site() -> Website { Website(identities: FakeIdentities()) }

    @Test(arguments: [
        (HTTPRequest.Method.get, "/accounts"), (.post, "/accounts"), (.get, "/accounts/sok"),
        (.post, "/accounts/sok/close"), (.post, "/accounts/sok/password"),
    ])
    func onlyAdministratorsKeepThem(_ method: HTTPRequest.Method, _ path: String) async throws {
        for account in ["sok", "vanna"] {
            let website = Self.site()
            let body = method == .get ? nil : #"{"account": "dara"}"#
            let reply = try await website.send(method, path, body, headers: website.bearer(account))
            #expect(reply.status == 403)
            #expect(reply.body.contains("/problems/not_this_role"))
            #expect(website.access.lines == ["RequestRefused \(account)"])
        }
    }

    @Test func theyAreListed() async throws {
        let website = Self.site()
        let list = try await website.send(.get, "/accounts", headers: website.bearer("rith"))
        #expect(
            list.body.hasPrefix(
                #"{"accounts":[{"accesses":0,"has_code":false,"has_password":true,"kind":"person","name":"rith","wants_code":false},"#
            ),
            "\(list.body)")
        let one = try await website.send(.get, "/accounts/sok", headers: website.bearer("rith"))
        #expect(one.status == 200 && one.body.contains(#""name":"sok""#))
        let none = try await website.send(.get, "/accounts/nobody", headers: website.bearer("rith"))
        #expect(none.status == 404 && none.body.contains("/problems/unknown_account"))
    }

    @Test func whoIsAddedGetsAPasswordOnceAndItIsWritten() async throws {
        let website = Self.site()
        let made = try await Self.post("/accounts", #"{"account": "dara"}"#, as: "rith", website)
        #expect(made.status == 201)
        #expect(made.body == #"{"account":"dara","password":"first-dara"}"#)
        let again = try await Self.post("/accounts", #"{"account": "dara"}"#, as: "rith", website)
        #expect(again.status == 409 && again.body.contains("/problems/account_refused"))
        let service = try await Self.post(
            "/accounts", #"{"account": "hotline", "kind": "service"}"#, as: "rith", website)
        #expect(service.body == #"{"account":"hotline"}"#)
        for body in [#"{"account": "stranger"}"#, #"{"account": "A b"}"#, #"{"account": "sok", "kind": "service"}"#] {
            #expect(try await Self.post("/accounts", body, as: "rith", website).status == 409)
        }
        #expect(
            try await Self.post("/accounts", #"{"account": "x", "kind": "robot"}"#, as: "rith", website).status == 400)
        // What was refused was asked for, and says nothing of having been done.
        let (asked, done) = ("AccountChangeAsked rith", "AccountChanged rith")
        #expect(website.access.lines == [asked, done, asked, asked, done])
    }

    @Test func everyChangeIsWrittenUnderTheAdministratorsName() async throws {
        let website = Self.site()
        let replies = [
            try await Self.post("/accounts/sok/password", as: "rith", website),
            try await Self.post("/accounts/sok/code", as: "rith", website),
            try await Self.post("/accounts/sok/no-code", as: "rith", website),
            try await Self.post("/accounts/sok/close", as: "rith", website),
            try await Self.post("/accounts/sok/open", as: "rith", website),
        ]
        #expect(
            replies.map(\.body) == [
                #"{"account":"sok","password":"next-sok"}"#, #"{"account":"sok"}"#,
                #"{"account":"sok"}"#, #"{"account":"sok"}"#, #"{"account":"sok"}"#,
            ])
        let changes = website.access.entries.compactMap { entry -> AccountChanged.Change? in
            if case .accountChanged(let facts) = entry.fact, facts.subject == "sok" { facts.change } else { nil }
        }
        #expect(changes == [.passwordReset, .codeRequired, .codeRemoved, .closed, .opened])
        #expect(
            website.access.lines
                == Array(repeating: ["AccountChangeAsked rith", "AccountChanged rith"], count: 5).flatMap(\.self))
        #expect(try await Self.post("/accounts/sok/none", as: "rith", website).status == 404)
    }

    @Test func nobodyChangesTheirOwn() async throws {
        let website = Self.site()
        for change in AccountChange.allCases {
            let reply = try await Self.post("/accounts/rith/\(change.rawValue)", as: "rith", website)
            #expect(reply.status == 403 && reply.body.contains("/problems/same_person"))
        }
    }

    /// What cannot be written down is not done, and nothing is handed over.
    @Test(arguments: AccountChange.allCases) func whatCannotBeWrittenIsNotDone(_ change: AccountChange) async throws {
        let website = Self.site()
        website.access.fail()
        let reply = try await Self.post("/accounts/sok/\(change.rawValue)", as: "rith", website)
        #expect(reply.status == 503)
        #expect(!reply.body.contains("next-sok"))
        #expect(website.accounts.changes.isEmpty)
    }

    @Test func nobodyIsAddedUnwritten() async throws {
        let website = Self.site()
        website.access.fail()
        #expect(try await Self.post("/accounts", #"{"account": "dara"}"#, as: "rith", website).status == 503)
        #expect(website.accounts.changes.isEmpty)
    }

    /// Whoever keeps accounts sees no case, nor what is in it.
    @Test func administratorsActOnNoCase() async throws {
        let website = Website(identities: FakeIdentities(), hasWorkflow: true)
        website.views.add(try #require(CaseState.sample()))
        #expect(try await website.send(.get, "/cases/case-1", headers: website.bearer("rith")).status == 404)
        let opening =
            #"{"workflow": "complaint", "office": "kss", "actor": {"role": "intake"}, "fields": {"category": "water"}}"#
        #expect(try await Self.post("/cases", opening, as: "rith", website).status == 403)
        #expect(website.gateway.drafts.isEmpty)
    }
}
