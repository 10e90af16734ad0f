import HTTPTypes
import Hummingbird
import Redressal
import RedressalWeb
import Testing

/// What concerns people is kept by no cache on the way, nor by a browser that several use.
@Suite struct NoCacheTests {
    /// Every route as registered, for who has signed in and visits a case: whatever is answered.
    @Test func noAnswerMayBeKeptButStyleSheets() async throws {
        var website = try Website.withPages()
        website.attachments = AttachmentDoor(FakeDesk())
        website.hasWorkflow = true
        let id = website.addPetition()
        website.views.add(try #require(CaseState.sample()))
        let visit = try await website.visitCookie(id)
        let shown = website.bearer("sok")
        var answered = 0
        for route in website.server().makeRouter().routes {
            let template = route.path.description
            guard !template.contains("static") else { continue }
            let path = template.replacing("{case}", with: "case-1").replacing("{queue}", with: "office")
                .replacing(#/\{[a-z]+\}/#, with: "1")
            // Signing out ends what is shown.
            var headers =
                ["session", "/session", "sign-out", "/sign-out"].contains(template) ? website.bearer("sok") : shown
            headers[.cookie] = visit
            let reply = try await website.send(route.method, path.hasPrefix("/") ? path : "/\(path)", headers: headers)
            // Probes and figures of the process concern nobody.
            guard !template.contains("health"), !template.contains("metrics") else { continue }
            #expect(reply.header("Cache-Control") == "no-store", "\(route.method) \(template) \(reply.status)")
            answered += 1
        }
        #expect(answered > 100)
    }

    /// A case is told anew each time: that nothing changed would tell that it is there.
    @Test func aTagFromBeforeSavesNoAnswer() async throws {
        let website = try Website.withSample()
        var headers = website.bearer("sok")
        let first = try await website.send(.get, "/cases/case-1", headers: headers)
        headers[.ifNoneMatch] = first.header("ETag")
        let again = try await website.send(.get, "/cases/case-1", headers: headers)
        #expect(again.status == 200)
        #expect(again.body == first.body)
    }
}
