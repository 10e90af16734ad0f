import HTTPTypes
import Hummingbird
import Redressal
import RedressalWeb
import Testing

@Suite struct Open311FilingTests {
    private static let body =
        "service_code=hole&description=A+deep+hole&address_string=Main+Bazaar&attribute%5BLANGUAGE%5D=ur&lang=de"

    private func file(
        _ website: Website, _ body: String = Self.body, as format: String = "json", headers: HTTPFields = [:]
    ) async throws -> Reply {
        var all = Open311City.form
        all.append(contentsOf: headers)
        return try await website.send(.post, "/open311/v2/requests.\(format)", body, headers: all)
    }

    @Test func aRequestBecomesACaseOfSomebodyNobodyKnows() async throws {
        let website = Open311City.website(FakeIdentities())
        let reply = try await self.file(website, Self.body + "&api_key=" + Open311City.key(website))
        #expect(reply.status == 201, "\(reply.body)")
        let command = try #require(website.gateway.drafts.first).command
        let number = TrackingReference.make(for: command.case)
        #expect(
            reply.body
                == #"[{"account_id":null,"service_notice":"Within a week","service_request_id":"\#(number)"}]"#)
        #expect(reply.header("Location") == "/open311/v2/requests/\(number).json")
        #expect(command.channel == "open311")
        #expect(command.actor == Actor(user: "web.id-1", role: "requester"))
        #expect(
            command.request
                == .open(
                    OpenCase(
                        workflow: "repair", office: "kss",
                        fields: [
                            "summary": .string("A deep hole"), "place": .string("Main Bazaar"), "kind": .string("hole"),
                            "language": .string("ur"), "requester_ref": .string("web.id-1"),
                        ])))
    }

    @Test func xmlAnswersInXML() async throws {
        let website = Open311City.website()
        let reply = try await self.file(website, as: "xml")
        let number = TrackingReference.make(for: try #require(website.gateway.drafts.first).command.case)
        #expect(
            reply.body
                == #"<?xml version="1.0" encoding="utf-8"?>"#
                + "\n<service_requests><request><account_id /><service_notice>Within a week</service_notice>"
                + "<service_request_id>\(number)</service_request_id></request></service_requests>")
        // Nobody signs in, so that nobody is named.
        #expect(website.gateway.drafts.map(\.command.actor.user) == ["id-1"])
    }

    /// By the standard 403, and nothing is filed.
    @Test(arguments: ["", "&api_key=x", "&api_key=redressal_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", "PERSON"])
    func withoutTheKeyOfAServiceNothingIsFiled(_ key: String) async throws {
        let website = Open311City.website(FakeIdentities())
        let shown = key == "PERSON" ? "&api_key=" + Open311City.key(website, of: "sok", kind: .person) : key
        let reply = try await self.file(website, Self.body + shown)
        #expect(reply.status == 403)
        #expect(reply.body.hasPrefix(#"[{"code":403,"description":"expected the key of a service in 'api_key'"#))
        #expect(website.gateway.drafts.isEmpty)
    }

    @Test func theKeyMayComeAsABearerToken() async throws {
        let website = Open311City.website(FakeIdentities())
        let headers: HTTPFields = [.authorization: "Bearer \(Open311City.key(website))"]
        #expect(try await self.file(website, headers: headers).status == 201)
    }

    @Test(arguments: [
        ("description=x", 400, "expected 'service_code' but it was not provided"),
        ("service_code=tree", 404, "expected a 'service_code' of 'city.example.org' but it was not found"),
        ("service_code=hole&description=x&attribute[LANGUAGE]=en", 400, "expected 'lat' and 'long', 'address_string'"),
        ("service_code=hole&description=x&lat=1&long=2", 400, "expected 'attribute[LANGUAGE]' but it is missing"),
        ("service_code=lamp", 400, "expected 'description' but it is missing"),
        ("service_code=lamp&description=x%00y", 400, "expected text without NUL characters in 'description'"),
    ])
    func whatIsWrongIsSaid(_ body: String, _ status: Int, _ message: String) async throws {
        let website = Open311City.website()
        let reply = try await self.file(website, body)
        #expect(reply.status == status)
        #expect(reply.body.hasPrefix(#"[{"code":\#(status),"description":"\#(message)"#), "\(reply.body)")
        #expect(website.gateway.drafts.isEmpty)
    }

    @Test func aBodyOfAnotherKindOrLengthIsRefused() async throws {
        let website = Open311City.website()
        let json = try await website.send(.post, "/open311/v2/requests.json", "{}")
        #expect(json.status == 400)
        let long = try await self.file(website, "description=" + String(repeating: "x", count: 1 << 20))
        #expect(long.status == 413)
        #expect(website.gateway.drafts.isEmpty)
    }

    @Test func aRefusalOfTheEngineIsTheStandards400() async throws {
        let website = Open311City.website()
        website.gateway.reject(Rejection(.wrongType, "expected a code in 'kind' but found another text", field: "kind"))
        let reply = try await self.file(website)
        #expect(reply.status == 400)
        website.gateway.fail(GatewayError(.busy, "expected less to do", retryAfter: 2))
        let busy = try await self.file(website)
        #expect((busy.status, busy.header("Retry-After")) == (503, "2"))
    }

    /// The standard has none; ours is an extra.
    @Test func anIdempotencyKeyMakesItOneRequest() async throws {
        let website = Open311City.website(FakeIdentities())
        let headers: HTTPFields = [
            .authorization: "Bearer \(Open311City.key(website))", .idempotencyKey: "a-1",
        ]
        let first = try await self.file(website, headers: headers)
        let again = try await self.file(website, headers: headers)
        #expect(first.body == again.body)
        #expect((first.header("Idempotent-Replayed"), again.header("Idempotent-Replayed")) == (nil, "true"))
        let other: HTTPFields = [
            .authorization: "Bearer \(Open311City.key(website, of: "app"))", .idempotencyKey: "a-1",
        ]
        #expect(try await self.file(website, headers: other).body != first.body)
    }

    /// Without keys, a page elsewhere could make a visitor's browser file what it likes.
    @Test func aPageOfAnotherSiteCannotFileWhereNobodySignsIn() async throws {
        let website = Open311City.website()
        let reply = try await self.file(website, headers: [.origin: "https://elsewhere.example"])
        #expect(reply.status == 403)
        #expect(website.gateway.drafts.isEmpty)
    }
}
