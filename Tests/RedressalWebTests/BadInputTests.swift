import HTTPTypes
import Hummingbird
import Redressal
import RedressalWeb
import Testing

@Suite struct BadInputTests {
    /// A problem document, as a client reads it.
    private struct Document: Codable, Hashable {
        let type: String
        let status: Int
        let detail: String?
        let field: String?
    }

    @Test(arguments: BadInput.texts + BadInput.members + BadInput.fields)
    func aBadBodyIsRefused(input: BadInput) async throws {
        let website = Website()
        let reply = try await website.send(.post, "/cases", bytes: input.bytes)
        try self.expect(
            reply,
            Document(type: "/problems/\(input.code)", status: input.status, detail: input.detail, field: input.field))
        #expect(website.gateway.drafts.isEmpty)
        #expect(website.log.all.isEmpty)
    }

    @Test(
        arguments: [
            (.contentType, "text/plain", 415, "not_json", nil), (.ifMatch, "7", 400, "malformed", "If-Match"),
            (.ifMatch, "W/\"7\"", 400, "malformed", "If-Match"), (.ifMatch, "\"-1\"", 400, "malformed", "If-Match"),
            (.ifMatch, "\"+7\"", 400, "malformed", "If-Match"), (.ifMatch, "\"07\"", 400, "malformed", "If-Match"),
            (.ifMatch, "\"", 400, "malformed", "If-Match"), (.ifMatch, "\"7\", \"8\"", 400, "malformed", "If-Match"),
            (.idempotencyKey, "", 400, "malformed", "Idempotency-Key"),
            (.idempotencyKey, "two words", 400, "malformed", "Idempotency-Key"),
            (.idempotencyKey, String(repeating: "k", count: 256), 400, "malformed", "Idempotency-Key"),
        ] as [(HTTPField.Name, String, Int, String, String?)])
    func aBadHeaderIsRefused(
        name: HTTPField.Name, value: String, status: Int, code: String, field: String?
    ) async throws {
        let website = Website()
        let reply = try await website.send(
            .post, "/cases/case-1/actions/assign", #"{"actor":{"user":"sok","role":"intake"}}"#, headers: [name: value])
        #expect(reply.status == status)
        #expect(reply.body.contains("/problems/\(code)"))
        #expect(field.map { reply.body.contains(#""field":"\#($0)""#) } ?? !reply.body.contains("field"))
        #expect(website.gateway.drafts.isEmpty)
    }

    @Test(
        arguments: [
            ("/cases?limit=0", 400, "malformed", "limit"), ("/cases?limit=501", 400, "malformed", "limit"),
            ("/cases?limit=ten", 400, "malformed", "limit"), ("/cases?overdue=yes", 400, "malformed", "overdue"),
            ("/cases?ofice=kss", 400, "malformed", "ofice"), ("/cases?office=a&office=b", 400, "malformed", "office"),
            ("/cases?office=%C3%28", 400, "malformed", "office"), ("/cases?office=%00", 422, "invalid", "office"),
            ("/cases/case-1?wait_for=-1", 400, "malformed", "wait_for"), ("/cases/%C3%28", 400, "malformed", nil),
            ("/cases/a%00", 422, "invalid", "case"),
            ("/cases/" + String(repeating: "x", count: 201), 400, "malformed", nil),
        ] as [(String, Int, String, String?)])
    func aBadAddressIsRefused(path: String, status: Int, code: String, field: String?) async throws {
        let website = Website()
        let reply = try await website.send(.get, path)
        #expect(reply.status == status)
        #expect(reply.body.contains("/problems/\(code)"))
        #expect(field.map { reply.body.contains(#""field":"\#($0)""#) } ?? !reply.body.contains("field"))
        #expect(website.views.filters.isEmpty)
    }

    private func expect(_ reply: Reply, _ document: Document) throws {
        #expect(reply.header("Content-Type") == "application/problem+json")
        #expect(reply.status == document.status)
        let found = try CanonicalJSON.decode(Document.self, from: Array(reply.body.utf8))
        #expect(found == document)
    }
}
