import HTTPTypes
import Hummingbird
import Redressal
import RedressalWeb
import Testing

/// The cookies of people with an account and of citizens who visit their case, and what other sites can do with them: nothing.
@Suite struct CookieTests {
    private static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

    private static func withCase() throws -> (Website, CaseID) {
        var website = try Website.withPages()
        website.attachments = AttachmentDoor(FakeDesk())
        return (website, website.addPetition())
    }

    /// Every way in which a cookie is given.
    private static func givings(_ id: CaseID) -> [(path: String, body: String)] {
        let pin = Website.receipts.pin(of: id)
        return [
            ("/sign-in", "account=sok&password=sok"),
            ("/track", "reference=\(TrackingReference.make(for: id))&pin=\(pin)"),
            ("/file", "key=f-1&workflow=petition&office=kss&field.what=dry"),
        ]
    }

    @Test(arguments: [false, true]) func everyCookieIsKeptFromScriptsAndOtherSites(_ isSecure: Bool) async throws {
        var (website, id) = try Self.withCase()
        website.isSecure = isSecure
        website.visits = VisitDoor(
            key: Website.key, receipts: Website.receipts, tries: FakeTries(), isSecure: isSecure)
        for (path, body) in Self.givings(id) {
            let reply = try await website.send(.post, path, body, headers: Self.form)
            #expect(reply.status == 303, "\(path)")
            let cookie = try #require(reply.header("Set-Cookie"))
            let parts = Set(cookie.split(separator: "; ").map(String.init))
            #expect(parts.isSuperset(of: ["HttpOnly", "Path=/", "SameSite=Lax"]), "\(cookie)")
            #expect(parts.contains("Secure") == isSecure)
            #expect(cookie.hasPrefix("__Host-") == isSecure)
            #expect(!cookie.contains("Domain"))
            #expect(reply.header("Cache-Control") == "no-store")
        }
    }

    /// Session fixation: whatever cookie a browser came with, it leaves with one that nobody knew before.
    @Test func signingInNeverGoesOnWithACookieThatWasThereBefore() async throws {
        let (website, _) = try Self.withCase()
        let planted = try #require(website.identities?.secret(of: "dara").cookie(Website.key))
        var headers = Self.form
        headers[.cookie] = "redressal=\(planted)"
        let reply = try await website.send(.post, "/sign-in", "account=sok&password=sok", headers: headers)
        let given = try #require(reply.header("Set-Cookie")?.prefix { $0 != ";" })
        #expect(given != "redressal=\(planted)")
        #expect(given.count == "redressal=\(planted)".count)
    }

    /// Neither is a visit's cookie a session's, nor the other way round, nor one case's another's.
    @Test func aCookieOpensWhatItWasGivenForAlone() async throws {
        let (website, id) = try Self.withCase()
        let visit = try await website.visitCookie(id)
        let value = try #require(visit.split(separator: "=", maxSplits: 1).last)
        let session = try #require(website.identities?.secret(of: "sok").cookie(Website.key))
        for path in ["/cases/\(id)", "/session", "/queues", "/search?q=dry"] {
            for cookie in [visit, "redressal=\(value)"] {
                #expect(try await website.send(.get, path, headers: [.cookie: cookie]).status == 401, "\(path)")
            }
        }
        #expect(try await website.send(.get, "/console", headers: [.cookie: "redressal=\(value)"]).status == 303)
        let parts = value.split(separator: ".")
        let other = Base64URL.encode(Array("case-1".utf8))
        for cookie in ["\(session)", "\(parts[0]).\(parts[1]).\(other)", "\(parts[0]).9\(parts[1]).\(parts[2])"] {
            let reply = try await website.send(.get, "/track/case", headers: [.cookie: "redressal-case=\(cookie)"])
            #expect(reply.header("Location") == "/track")
        }
    }

    /// Every route that changes something, as registered: another site's page sends the visitor's cookies to it in vain.
    @Test(arguments: [["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Origin": "null"]])
    func anotherSitesPageChangesNothing(_ sender: [String: String]) async throws {
        let (website, id) = try Self.withCase()
        let secret = try #require(website.identities?.secret(of: "sok"))
        var headers: HTTPFields = [
            .cookie: "redressal=\(secret.cookie(Website.key)); \(try await website.visitCookie(id))",
            .contentType: "application/x-www-form-urlencoded",
        ]
        for (name, value) in sender { headers[try #require(HTTPField.Name(name))] = value }
        var asked = 0
        for route in website.server().makeRouter().routes where ![.get, .head].contains(route.method) {
            // Programs show keys there, and cookies open nothing: Open311KeyTests.
            guard !route.path.description.contains("open311") else { continue }
            let path = route.path.description.replacing("{case}", with: id.text).replacing("{action}", with: "confirm")
            let reply = try await website.send(
                route.method, path.hasPrefix("/") ? path : "/\(path)", "key=k-1&note=x", headers: headers)
            guard reply.status != 405 else { continue }
            #expect(reply.status == 403, "\(route.method) \(path)")
            asked += 1
        }
        #expect(asked >= 9)
        #expect(website.gateway.drafts.isEmpty)
        #expect(try await website.identities?.identity(showing: secret) != nil)
    }
}
