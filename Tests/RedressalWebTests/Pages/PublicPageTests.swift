import Foundation
import HTTPTypes
import Redressal
import RedressalWeb
import Testing

/// Filing and following without an account.
@Suite struct PublicPageTests {
    private static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

    private static func filed(_ website: Website, key: String = "k1") async throws -> Reply {
        try await website.send(
            .post, "/file", "key=\(key)&workflow=petition&office=kss&field.what=The+pump+is+dry", headers: self.form)
    }

    private static func cookie(of reply: Reply) -> String {
        String((reply.header("Set-Cookie") ?? "").prefix { $0 != ";" })
    }

    @Test func aCaseIsOpenedForWhoeverAsks() async throws {
        let website = try Website.withPages()
        let reply = try await Self.filed(website)
        #expect(reply.status == 303)
        #expect(reply.header("Location") == "/receipt")
        let command = try #require(website.gateway.drafts.first?.command)
        #expect(command.channel == "web")
        #expect(command.actor.role == "citizen")
        #expect(command.actor.user.hasPrefix("citizen-"))
        #expect(command.request.fields["who"] == .string(command.actor.user))
        #expect(website.gateway.drafts.first?.subject == command.actor.user)
    }

    @Test func sentTwiceItIsOneCaseWithOneReceipt() async throws {
        let website = try Website.withPages()
        var receipts: [String] = []
        for _ in 0..<2 {
            let cookie = Self.cookie(of: try await Self.filed(website))
            receipts.append(try await website.send(.get, "/receipt", headers: [.cookie: cookie]).body)
        }
        #expect(Set(website.gateway.drafts.map(\.command.case)).count == 1)
        #expect(receipts[0] == receipts[1])
        let reference = TrackingReference.make(for: try #require(website.gateway.drafts.first?.command.case))
        #expect(receipts[0].contains(reference))
        #expect(try await Self.filed(website, key: "k2").status == 303)
        #expect(Set(website.gateway.drafts.map(\.command.case)).count == 2)
    }

    @Test func whatIsMissingIsSaidAtItsField() async throws {
        let website = try Website.withPages()
        let reply = try await website.send(
            .post, "/file", "key=k&workflow=petition&office=kss&field.what=+", headers: Self.form)
        #expect(reply.status == 422)
        #expect(reply.body.contains("id=\"file-what-fault\""))
        #expect(reply.body.contains("href=\"#file-what\""))
        #expect(website.gateway.drafts.isEmpty)
        let elsewhere = try await website.send(
            .post, "/file", "key=k&workflow=petition&office=pp&field.what=x", headers: Self.form)
        #expect(elsewhere.status == 404)
        #expect(
            try await website.send(.post, "/file", "workflow=petition&office=kss", headers: Self.form).status == 400)
    }

    @Test func thePINOpensItsCaseAndNoOther() async throws {
        let website = try Website.withPages()
        let id = website.addPetition()
        let reference = TrackingReference.make(for: id)
        let pin = Website.receipts.pin(of: id)
        let wrong = try await website.send(.post, "/track", "reference=\(reference)&pin=000000", headers: Self.form)
        let nobodys = try await website.send(
            .post, "/track", "reference=\(TrackingReference.make(for: CaseID("none")))&pin=\(pin)", headers: Self.form)
        #expect(wrong.status == 401)
        #expect(nobodys.status == 401)
        #expect(wrong.header("Set-Cookie") == nil)
        let right = try await website.send(
            .post, "/track", "reference=\(reference.lowercased().replacing("-", with: "+"))&pin=\(pin)",
            headers: Self.form)
        #expect(right.header("Location") == "/track/case")
        let page = try await website.send(.get, "/track/case", headers: [.cookie: Self.cookie(of: right)])
        #expect(page.status == 200)
        #expect(page.body.contains(reference))
        #expect(try await website.send(.get, "/track/case").header("Location") == "/track")
        #expect(try await website.send(.get, "/cases/\(id)", headers: [.cookie: Self.cookie(of: right)]).status == 401)
    }

    @Test func tooManyWrongPINsHaveToWait() async throws {
        let website = try Website.withPages()
        let id = website.addPetition()
        let body = "reference=\(TrackingReference.make(for: id))&pin=000000"
        for _ in 0..<5 {
            #expect(try await website.send(.post, "/track", body, headers: Self.form).status == 401)
        }
        let late = try await website.send(.post, "/track", body, headers: Self.form)
        #expect(late.status == 429)
        #expect(late.header("Retry-After") != nil)
    }

    /// What an office wrote for itself is not among what is told.
    @Test func itsOwnPeopleSeeWhatIsForThem() async throws {
        let website = try Website.withPages()
        let id = website.addPetition(["note": .string("internal-note"), "reply": .string("told-to-them")])
        let page = try await website.visit(id)
        #expect(page.body.contains("told-to-them"))
        #expect(!page.body.contains("internal-note"))
        #expect(!page.body.contains("sok"))
    }

    @Test func itsOwnPeopleDoWhatTheirRoleMay() async throws {
        let website = try Website.withPages()
        let id = website.addPetition()
        let page = try await website.visit(id)
        #expect(page.body.contains("/track/case/actions/confirm"))
        #expect(!page.body.contains("actions/assign"))
        let cookie = try await website.visitCookie(id)
        var headers = Self.form
        headers[.cookie] = cookie
        let done = try await website.send(.post, "/track/case/actions/confirm", "key=k9", headers: headers)
        #expect(done.status == 303)
        #expect(website.gateway.drafts.last?.command.actor.user == "citizen-1")
        let refused = try await website.send(.post, "/track/case/actions/assign", "key=k9", headers: headers)
        #expect(refused.status == 409)
        #expect(website.gateway.drafts.count == 1)
        headers[.secFetchSite] = "cross-site"
        #expect(try await website.send(.post, "/track/case/actions/confirm", "key=k8", headers: headers).status == 403)
    }

    /// What a form was sent to is no page, and two slashes lead elsewhere.
    @Test func anotherLanguageLeadsToAPageOfOurs() async throws {
        let website = try Website.withPages()
        let id = website.addPetition()
        var headers = Self.form
        headers[.cookie] = try await website.visitCookie(id)
        let wrong = try await website.send(.post, "/track/case/actions/assign", "key=k", headers: headers)
        #expect(wrong.body.contains("href=\"/track/case?lang=ur\""))
        let odd = try await website.send(.get, "//track")
        #expect(!odd.body.contains("href=\"//"))
    }

    @Test(arguments: ["en", "ur", "ps", "km"], ["/", "/file", "/track", "/privacy"])
    func everyPageIsInTheLanguageAskedFor(_ language: String, _ path: String) async throws {
        let website = try Website.withPages()
        let reply = try await website.send(.get, "\(path)?lang=\(language)")
        #expect(reply.status == 200)
        let direction = ["ur", "ps"].contains(language) ? "rtl" : "ltr"
        #expect(reply.body.contains("<html lang=\"\(language)\" dir=\"\(direction)\">"))
        #expect(!reply.body.contains("{{"))
        #expect(reply.body.utf8.count < 100_000)
        #expect(reply.header("Content-Security-Policy")?.contains("default-src 'none'") == true)
        #expect(!reply.body.contains("http://") && !reply.body.contains("https://"))
    }
}

extension HTTPField.Name {
    fileprivate static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
