import Foundation
import HTTPTypes
import Redressal
import Testing

@testable import RedressalWeb

/// The pages that offices work with.
@Suite struct ConsoleTests {
    @Test(arguments: ["/console", "/console/queues/mine", "/console/cases/x?seq=3", "/console/register"])
    func whoHasNotSignedInIsAskedToAndLedBack(_ path: String) async throws {
        let website = try Website.withPages()
        let reply = try await website.send(.get, path)
        #expect(reply.status == 303)
        let place = try #require(
            reply.header("Location")?.split(separator: "=", maxSplits: 1).last?.removingPercentEncoding)
        #expect(place == path)
    }

    @Test(arguments: [
        ("/console/cases/x", "/console/cases/x"), ("//elsewhere.example", "/console"),
        ("https://elsewhere.example", "/console"),
        ("/\\elsewhere.example", "/console"), ("/a\r\nSet-Cookie:b", "/console"), ("", "/console"),
    ])
    func signingInLeadsToAPlaceOfOursAlone(_ wanted: String, _ place: String) async throws {
        let website = try Website.withPages()
        let to = wanted.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let reply = try await website.send(
            .post, "/sign-in", "account=sok&password=sok&to=\(to)",
            headers: [.contentType: "application/x-www-form-urlencoded"])
        #expect(reply.status == 303)
        #expect(reply.header("Location") == place)
        #expect(reply.header("Set-Cookie")?.hasPrefix("redressal=") == true)
    }

    @Test func whyNobodyIsLetInIsSaidOnThePage() async throws {
        let website = try Website.withPages()
        website.identities?.refuse(.passwordExpired)
        let reply = try await website.send(
            .post, "/sign-in", "account=sok&password=sok", headers: [.contentType: "application/x-www-form-urlencoded"])
        #expect(reply.status == 401)
        #expect(reply.body.contains("name=\"new_password\""))
        #expect(!reply.body.contains("value=\"sok\" type=\"password\""))
    }

    @Test func aQueueShowsWhatIsDueInWords() async throws {
        let website = try Website.withPages()
        website.views.add(try #require(CaseState.sample()))
        let reply = try await website.send(.get, "/console", headers: website.cookie("sok"))
        #expect(reply.status == 200)
        #expect(reply.body.contains("/console/cases/\(TrackingReference.make(for: CaseID("case-1")))"))
        #expect(reply.body.contains("due Sunday 04:30, 2 working days left"), "\(reply.body)")
        #expect(
            try await website.send(.get, "/console/queues/none", headers: website.cookie("sok")).status == 404)
    }

    @Test func aCaseOffersWhatTheRoleMayDoAndDoesIt() async throws {
        let website = try Website.withPages()
        let id = website.addPetition()
        let page = try await website.send(.get, "/console/cases/\(id)", headers: website.cookie("sok"))
        #expect(page.status == 200)
        #expect(page.body.contains("/actions/assign"))
        #expect(!page.body.contains("/actions/confirm"))
        let path = "/console/cases/\(id)/actions/assign"
        let empty = try await website.send(.post, path, "key=a1", headers: website.cookie("sok"))
        #expect(empty.status == 422)
        #expect(empty.body.contains("id=\"assign-note-fault\""))
        let done = try await website.send(.post, path, "key=a1&field.note=soon", headers: website.cookie("sok"))
        #expect(done.status == 303)
        let command = try #require(website.gateway.drafts.first?.command)
        #expect(command.actor.user == "sok")
        #expect(command.actor.role == "intake")
        #expect(command.request.fields == ["note": .string("soon")])
        #expect(website.gateway.drafts.count == 1)
    }

    @Test func aRefusalIsSaidBesideTheFormWithWhatWasTyped() async throws {
        let website = try Website.withPages()
        let id = website.addPetition()
        website.gateway.reject(Rejection(.samePerson, "expected another"))
        let reply = try await website.send(
            .post, "/console/cases/\(id)/actions/assign", "key=a1&field.note=%22typed%22",
            headers: website.cookie("sok"))
        #expect(reply.status == 422)
        #expect(reply.body.contains("Somebody else has to do this"))
        #expect(reply.body.contains("&quot;typed&quot;"))
    }

    @Test func aCaseOutOfSightIsAsIfItDidNotExist() async throws {
        let website = try Website.withPages()
        let id = website.addPetition()
        let hidden = try await website.send(.get, "/console/cases/\(id)", headers: website.cookie("dara"))
        let missing = try await website.send(.get, "/console/cases/none", headers: website.cookie("dara"))
        #expect(hidden.status == 404)
        #expect(hidden.body.replacing("\(id)", with: "none") == missing.body)
    }

    @Test func somebodyElsesCaseIsRegisteredOnTheirBehalf() async throws {
        let website = try Website.withPages()
        let form = try await website.send(
            .get, "/console/register?workflow=petition&office=kss", headers: website.cookie("sok"))
        #expect(form.body.contains("field.what"))
        let body = "key=r1&workflow=petition&office=kss&channel=paper&field.what=dry"
        let late = try await website.send(
            .post, "/console/register", body + "&occurred=2027-01-01T10%3A00", headers: website.cookie("sok"))
        #expect(late.status == 422)
        let done = try await website.send(.post, "/console/register", body, headers: website.cookie("sok"))
        #expect(done.status == 200)
        let command = try #require(website.gateway.drafts.first?.command)
        #expect(done.body.contains(TrackingReference.make(for: command.case)))
        #expect(done.body.contains(Website.receipts.pin(of: command.case)))
        #expect(command.channel == "paper")
        #expect(command.actor.user == "sok")
        #expect(command.actor.onBehalfOf == command.request.fields["who"]?.text)
        #expect(command.actor.onBehalfOf?.hasPrefix("citizen-") == true)
    }
}
