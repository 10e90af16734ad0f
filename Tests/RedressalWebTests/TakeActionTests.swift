import HTTPTypes
import Hummingbird
import Redressal
import RedressalWeb
import Testing

@Suite struct TakeActionTests {
    private static let body = #"{"fields": {"category": "water"}, "actor": {"user": "dara", "role": "triage_officer"}}"#

    @Test func anActionBecomesACommandAndIsAnswered() async throws {
        let website = Website()
        let reply = try await website.send(
            .post, "/cases/case-1/actions/assign", Self.body, headers: [.ifMatch: "\"7\""])
        #expect(reply.status == 200)
        #expect(reply.body == #"{"case":"case-1","events":3,"seq":3}"#)
        #expect(reply.header("ETag") == "\"3\"")
        #expect(
            website.gateway.drafts.map(\.command) == [
                Command(
                    id: CommandID("id-1"), case: CaseID("case-1"), actor: Actor(user: "dara", role: "triage_officer"),
                    channel: "api", occurred: try #require(Website.now), expected: 7,
                    request: .act(TakeAction(action: "assign", fields: ["category": .string("water")])))
            ])
    }

    @Test func aCaseIsFoundByItsTrackingNumber() async throws {
        let website = Website()
        let state = try #require(CaseState.sample())
        website.views.add(state)
        let path = "/cases/\(state.reference)/actions/assign"
        #expect(try await website.send(.post, path, Self.body).status == 200)
        #expect(website.gateway.drafts.map(\.command.case) == [state.id])
        let unknown = TrackingReference.make(for: CaseID("nobody"))
        let reply = try await website.send(.post, "/cases/\(unknown)/actions/assign", Self.body)
        #expect(reply.status == 404)
        #expect(reply.body.contains("/problems/unknown_case"))
        #expect(website.gateway.drafts.count == 1)
    }

    @Test func anyEventMatchesAStar() async throws {
        let website = Website()
        _ = try await website.send(.post, "/cases/case-1/actions/assign", Self.body, headers: [.ifMatch: "*"])
        #expect(website.gateway.drafts.map(\.command.expected) == [nil])
    }

    @Test func oneKeyServesOneCommandACase() async throws {
        let website = Website()
        let key: HTTPFields = [.idempotencyKey: "a-1"]
        let first = try await website.send(.post, "/cases/one/actions/assign", Self.body, headers: key)
        let again = try await website.send(.post, "/cases/one/actions/assign", Self.body, headers: key)
        let elsewhere = try await website.send(.post, "/cases/two/actions/assign", Self.body, headers: key)
        let otherAction = try await website.send(.post, "/cases/one/actions/close", Self.body, headers: key)
        #expect(again.body == first.body)
        #expect(again.header("Idempotent-Replayed") == "true")
        #expect(elsewhere.status == 200)
        #expect(elsewhere.header("Idempotent-Replayed") == nil)
        #expect(otherAction.status == 409)
        #expect(otherAction.body.contains("/problems/command_reused"))
    }

    @Test func aRepeatedRefusalIsTheSameRefusal() async throws {
        let website = Website()
        website.gateway.reject(Rejection(.guardFailed, "expected a proof but there is none"))
        let key: HTTPFields = [.idempotencyKey: "a-1"]
        let first = try await website.send(.post, "/cases/one/actions/resolve", Self.body, headers: key)
        let again = try await website.send(.post, "/cases/one/actions/resolve", Self.body, headers: key)
        #expect(first.status == 409)
        #expect(again.body == first.body)
        #expect(first.header("Idempotent-Replayed") == nil)
        #expect(again.header("Idempotent-Replayed") == "true")
    }

    /// The case has moved on by the very command that is sent again.
    @Test func aTimeBeforeTheLastEventIsRefusedButNotToWhoAsksAgain() async throws {
        let website = Website()
        let state = try #require(CaseState.sample())
        website.views.add(state)
        let early = Self.body.replacing(#"{"fields""#, with: #"{"occurred": "2019-01-01T00:00:00Z", "fields""#)
        let path = "/cases/\(state.id)/actions/assign"
        let key: HTTPFields = [.idempotencyKey: "a-1"]
        let refused = try await website.send(.post, path, early, headers: key)
        #expect(refused.status == 422)
        #expect(refused.body.contains("/problems/out_of_order"))
        #expect(website.gateway.drafts.isEmpty)
        _ = try await website.send(.post, path, Self.body, headers: key)
        website.views.finish(try #require(website.gateway.drafts.first).command.id)
        #expect(try await website.send(.post, path, early, headers: key).header("Idempotent-Replayed") == "true")
    }
}
