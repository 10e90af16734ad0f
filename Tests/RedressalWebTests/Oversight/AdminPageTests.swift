import HTTPTypes
import Redressal
import Testing

@testable import RedressalWeb

/// The pages of administrators.
@Suite struct AdminPageTests {
    @Test(arguments: [
        "/console/admin", "/console/admin/accounts", "/console/admin/accounts/sok", "/console/admin/posts",
        "/console/admin/offices", "/console/admin/absences", "/console/admin/definitions",
        "/console/admin/definitions/petition",
    ])
    func onlyAdministratorsSeeThem(_ path: String) async throws {
        let website = try Website.withPages()
        #expect(try await website.send(.get, path).status == 303)
        for account in ["sok", "vanna"] {
            #expect(try await website.send(.get, path, headers: website.cookie(account)).status == 403)
        }
        let page = try await website.send(.get, path, headers: website.cookie("rith"))
        #expect(page.status == 200, "\(page.body)")
        #expect(!page.body.contains("{{") && !page.body.contains(">admin."))
        #expect(page.body.utf8.count < 100_000)
    }

    @Test func aPasswordIsShownOnceAndWrittenDown() async throws {
        let website = try Website.withPages()
        let form = website.cookie("rith")
        let made = try await website.send(.post, "/console/admin/accounts", "account=dara&kind=person", headers: form)
        #expect(made.status == 200 && made.body.contains("first-dara"))
        let again = try await website.send(.post, "/console/admin/accounts", "account=dara", headers: form)
        #expect(again.status == 409 && again.body.contains("is there already"))
        let reset = try await website.send(.post, "/console/admin/accounts/sok/password", "", headers: form)
        #expect(reset.body.contains("next-sok"))
        #expect(reset.header("Cache-Control") == "no-store")
        let closed = try await website.send(.post, "/console/admin/accounts/sok/close", "", headers: form)
        #expect(closed.status == 303 && closed.header("Location") == "/console/admin/accounts/sok")
        let page = try await website.send(.get, "/console/admin/accounts/sok", headers: form)
        #expect(page.body.contains("/console/admin/accounts/sok/open") && !page.body.contains("sok/close"))
        #expect(website.access.lines.count { $0 == "AccountChanged rith" } == 3)
        #expect(website.access.lines.count { $0 == "AccountChangeAsked rith" } == 4)
    }

    @Test func anothersSiteChangesNothing() async throws {
        let website = try Website.withPages()
        var form = website.cookie("rith")
        form[HTTPField.Name("Sec-Fetch-Site")!] = "cross-site"
        let reply = try await website.send(.post, "/console/admin/accounts/sok/close", "", headers: form)
        #expect(reply.status == 403)
        #expect(website.access.entries.isEmpty)
    }

    @Test func theirOwnAccountHasNoForms() async throws {
        let website = try Website.withPages()
        let page = try await website.send(.get, "/console/admin/accounts/rith", headers: website.cookie("rith"))
        #expect(!page.body.contains("action=\"/console/admin/accounts/rith"))
        #expect(page.body.contains("Somebody else has to change it."))
    }

    @Test func postsTellWhoSitsInThem() async throws {
        let website = try Website.withPages()
        let page = try await website.send(.get, "/console/admin/posts", headers: website.cookie("rith"))
        #expect(page.body.contains("/console/admin/accounts/sok\">sok</a>"))
    }

    /// Somebody without an account, or whose account is another's to keep, leads nowhere.
    @Test func postsTellWhoIsAwayAndWhoActs() async throws {
        var website = try Website.withPages()
        let before = website.publish
        website.publish = { catalog in
            before(&catalog)
            catalog.add(
                Programme(
                    name: "away", version: 1,
                    offices: [Office(id: "far", name: "far", kind: "cell", parent: nil, calendar: "wall")],
                    posts: [Post(id: "far-clerk", office: "far", roles: ["intake"])],
                    holdings: [Holding(post: "far-clerk", user: "mith")],
                    absences: [Absence(user: "mith", from: Instant(seconds: 0), to: nil, deputy: "dara")],
                    people: [Person(id: "mith")]))
        }
        let page = try await website.send(.get, "/console/admin/posts", headers: website.cookie("rith"))
        #expect(page.body.contains("mith <span class=\"badge level\">away</span> acting: dara"), "\(page.body)")
        #expect(!page.body.contains("/console/admin/accounts/mith"))
    }

    @Test func aWorkflowIsShownWithItsChecksAndDiagram() async throws {
        let website = try Website.withPages()
        let path = "/console/admin/definitions/petition"
        let page = try await website.send(.get, path, headers: website.cookie("rith"))
        #expect(page.body.contains("<img src=\"/definitions/workflows/petition\""))
        #expect(page.body.contains("Received") && page.body.contains("Confirm, Assign"))
        #expect(
            try await website.send(.get, "/console/admin/definitions/none", headers: website.cookie("rith")).status
                == 404)
    }
}
