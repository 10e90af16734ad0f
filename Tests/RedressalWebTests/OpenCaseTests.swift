import HTTPTypes
import Hummingbird
import Redressal
import RedressalWeb
import Testing

@Suite struct OpenCaseTests {
    private static let body = """
        {"workflow": "complaint", "office": "kss", "severity": "high", "channel": "walk_in", "subject": "person-1",
         "occurred": "2026-04-09T09:00:00+05:00", "fields": {"title": "No water", "households": 3, "cost": 1.5,
         "urgent": true, "tags": ["tap", "pump"], "none": []},
         "actor": {"user": "sok", "role": "intake", "post": "p1", "on_behalf_of": "chan"}}
        """
    private static let least = #"{"workflow":"complaint","office":"kss","actor":{"user":"sok","role":"intake"}}"#

    @Test func anOpeningBecomesACommandAndIsAnswered() async throws {
        let website = Website()
        let reply = try await website.send(.post, "/cases", Self.body)
        let reference = TrackingReference.make(for: CaseID("id-1"))
        #expect(reply.status == 201)
        #expect(reply.body == #"{"case":"id-1","reference":"\#(reference)","seq":3}"#)
        #expect(reply.header("Location") == "/cases/id-1")
        #expect(reply.header("ETag") == "\"3\"")
        #expect(reply.header("Content-Type") == "application/json")
        #expect(reply.header("Cache-Control") == "no-store")
        #expect(reply.header("Idempotent-Replayed") == nil)
        let draft = try #require(website.gateway.drafts.first)
        #expect(draft.subject == "person-1")
        #expect(
            draft.command
                == Command(
                    id: CommandID("id-2"), case: CaseID("id-1"),
                    actor: Actor(user: "sok", role: "intake", post: "p1", office: "kss", onBehalfOf: "chan"),
                    channel: "walk_in", occurred: try #require(Instant("2026-04-09T04:00:00Z")),
                    request: .open(
                        OpenCase(
                            workflow: "complaint", office: "kss", severity: "high",
                            fields: [
                                "title": .string("No water"), "households": .integer(3), "cost": .decimal(1.5),
                                "urgent": .boolean(true), "tags": .list([.string("tap"), .string("pump")]),
                                "none": .list([]),
                            ]))))
    }

    @Test func whatIsLeftOutIsFilledIn() async throws {
        let website = Website()
        _ = try await website.send(.post, "/cases", Self.least)
        let draft = try #require(website.gateway.drafts.first)
        #expect(draft.subject == nil)
        #expect(
            draft.command
                == Command(
                    id: CommandID("id-2"), case: CaseID("id-1"),
                    actor: Actor(user: "sok", role: "intake", post: "p0", office: "kss"),
                    channel: "api", occurred: try #require(Website.now),
                    request: .open(OpenCase(workflow: "complaint", office: "kss", fields: [:]))))
    }

    @Test func theSameKeyGetsTheFirstAnswer() async throws {
        let website = Website()
        let key: HTTPFields = [.idempotencyKey: "a-1"]
        let first = try await website.send(.post, "/cases", Self.least, headers: key)
        _ = try await website.send(.post, "/cases", Self.least)
        let second = try await website.send(.post, "/cases", Self.least, headers: key)
        #expect(first.status == 201)
        #expect(second.status == 201)
        #expect(second.body == first.body)
        #expect(second.header("Location") == first.header("Location"))
        #expect(first.header("Idempotent-Replayed") == nil)
        #expect(second.header("Idempotent-Replayed") == "true")
        let drafts = website.gateway.drafts
        #expect(drafts[0].command == drafts[2].command)
        #expect(drafts[0].command.case != drafts[1].command.case)
    }

    @Test func theSameKeyWithOtherContentIsRefused() async throws {
        let website = Website()
        let key: HTTPFields = [.idempotencyKey: "a-1"]
        _ = try await website.send(.post, "/cases", Self.least, headers: key)
        let other = Self.least.replacing("kss", with: "other")
        let reply = try await website.send(.post, "/cases", other, headers: key)
        #expect(reply.status == 409)
        #expect(reply.body.contains("/problems/command_reused"))
        #expect(reply.header("Idempotent-Replayed") == nil)
    }

    @Test func theKeyOfAnotherPersonIsAnotherKey() async throws {
        let website = Website()
        let key: HTTPFields = [.idempotencyKey: "a-1"]
        _ = try await website.send(.post, "/cases", Self.least, headers: key)
        let reply = try await website.send(.post, "/cases", Self.least.replacing("sok", with: "dara"), headers: key)
        #expect(reply.status == 201)
        #expect(reply.header("Idempotent-Replayed") == nil)
        #expect(Set(website.gateway.drafts.map(\.command.case)).count == 2)
    }

    @Test func aClockALittleAheadCountsAsNow() async throws {
        let website = Website()
        let body = Self.least.replacing(
            #""office":"kss","#, with: #""office":"kss","occurred":"2026-04-10T04:30:59Z","#)
        _ = try await website.send(.post, "/cases", body)
        #expect(website.gateway.drafts.map(\.command.occurred) == [Website.now])
    }
}
