import HTTPTypes
import Redressal
import Testing

@testable import RedressalWeb

/// Sending files and opening them, over HTTP.
@Suite struct AttachmentRouteTests {
    private static let text = "The pump is dry.\n"

    private static func headers(_ account: String, _ website: Website) -> HTTPFields {
        [.authorization: "Bearer \(website.identities?.secret(of: account).token ?? "")"]
    }

    /// A case that sok may see, with a file.
    private static func withFile() throws -> (Website, FakeDesk, AttachmentID) {
        let desk = FakeDesk()
        let website = Website(
            identities: FakeIdentities(), hasWorkflow: true, attachments: AttachmentDoor(desk, longest: 64))
        website.views.add(try #require(CaseState.sample()))
        return (website, desk, desk.add(try CleanAttachment(of: Array(Self.text.utf8)), to: "case-1"))
    }

    @Test func aFileIsTakenForWhatItIsAndNotForWhatItIsSaidToBe() async throws {
        let (website, desk, _) = try Self.withFile()
        var headers = Self.headers("sok", website)
        headers[.contentType] = "image/jpeg"
        let reply = try await website.send(.post, "/attachments", bytes: Array(Self.text.utf8), headers: headers)
        #expect(reply.status == 201)
        let id = AttachmentID(of: Array(Self.text.utf8))
        #expect(
            reply.body
                == #"{"attachment":"\#(id)","bytes":17,"media_type":"text/plain","uploaded":"2026-04-10T04:30:00.000Z"}"#
        )
        #expect(desk.taken.map(\.account) == ["sok"])
        #expect(desk.taken.map(\.file.type) == [.text])
    }

    @Test func aFormWithOneFileIsTakenToo() async throws {
        let (website, desk, _) = try Self.withFile()
        var headers = Self.headers("sok", website)
        headers[.contentType] = "multipart/form-data; boundary=\"--x\""
        let form = """
            ----x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\ntoken\r\n\
            ----x\r\nContent-Disposition: form-data; name="file"; filename="a;b.jpg"\r\nContent-Type: image/jpeg\r\n\r\n\
            \(Self.text)\r\n----x--\r\n
            """
        #expect(try await website.send(.post, "/attachments", form, headers: headers).status == 201)
        #expect(desk.taken.map(\.file.bytes) == [Array(Self.text.utf8)])
    }

    @Test(arguments: [
        ("", "text/plain", 422, "empty_file"), ("<html>", "text/plain", 415, "file_type_refused"),
        ("%PDF-1.7", "application/pdf", 422, "damaged_file"),
        (String(repeating: "a", count: 65), "text/plain", 413, "body_too_large"),
        ("a=b", "application/x-www-form-urlencoded", 415, "not_a_file"),
        ("--x--", "multipart/form-data; boundary=x", 400, "malformed"),
        ("--x\r\n\r\n\r\n--x", "multipart/form-data", 400, "malformed"),
    ])
    func whatIsNoFileIsRefusedInWords(_ body: String, _ type: String, _ status: Int, _ code: String) async throws {
        let (website, desk, _) = try Self.withFile()
        var headers = Self.headers("sok", website)
        headers[.contentType] = type
        let reply = try await website.send(.post, "/attachments", body, headers: headers)
        #expect(reply.status == status)
        #expect(reply.body.contains("/problems/\(code)\""))
        #expect(reply.body.contains("expected "))
        #expect(desk.taken.isEmpty)
    }

    @Test func aFileIsToldOfAndThenGivenToKeepAndNotToRun() async throws {
        let (website, _, id) = try Self.withFile()
        let headers = Self.headers("sok", website)
        let listed = try await website.send(.get, "/cases/case-1/attachments", headers: headers)
        #expect(listed.status == 200)
        #expect(listed.body.hasPrefix(#"{"attachments":[{"attachment":"\#(id)","bytes":17,"#))
        #expect(website.access.lines == [])
        let reply = try await website.send(.get, "/cases/case-1/attachments/\(id)", headers: headers)
        #expect(reply.status == 200)
        #expect(reply.body == Self.text)
        #expect(reply.header("Content-Type") == "text/plain; charset=utf-8")
        #expect(reply.header("Content-Disposition") == "attachment; filename=\"\(id.text.prefix(12)).txt\"")
        #expect(reply.header("Content-Security-Policy") == "sandbox; default-src 'none'; frame-ancestors 'none'")
        #expect(reply.header("X-Content-Type-Options") == "nosniff")
        #expect(reply.header("Cache-Control") == "no-store")
        #expect(website.access.lines == ["PersonalDataRead sok"])
    }

    /// Reading personal data must leave a trace, or not be.
    @Test func whatCannotBeToldOfIsNotShown() async throws {
        let (website, _, id) = try Self.withFile()
        website.access.fail()
        let reply = try await website.send(
            .get, "/cases/case-1/attachments/\(id)", headers: Self.headers("sok", website))
        #expect(reply.status == 503)
        #expect(!reply.body.contains("pump"))
    }

    /// An auditor sees which files there are, and none of them.
    @Test func whoReadsNothingPersonalOpensNoFile() async throws {
        let (website, _, id) = try Self.withFile()
        let headers = Self.headers("vanna", website)
        #expect(try await website.send(.get, "/cases/case-1/attachments", headers: headers).status == 200)
        let reply = try await website.send(.get, "/cases/case-1/attachments/\(id)", headers: headers)
        #expect(reply.status == 403)
        #expect(reply.body.contains("/problems/personal_data_refused"))
    }

    @Test func filesOfCasesOutOfSightAreAsIfTheyDidNotExist() async throws {
        let (website, _, id) = try Self.withFile()
        let far = Self.headers("dara", website)
        for path in ["attachments", "attachments/\(id)"] {
            let hidden = try await website.send(.get, "/cases/case-1/\(path)", headers: far)
            let missing = try await website.send(.get, "/cases/case-9/\(path)", headers: far)
            #expect(hidden.status == 404)
            #expect(hidden.body == missing.body)
            #expect(try await website.send(.get, "/cases/case-1/\(path)").status == 401)
        }
        let wrong = try await website.send(
            .get, "/cases/case-1/attachments/\(AttachmentID(of: []))", headers: Self.headers("sok", website))
        #expect(wrong.status == 404)
        #expect(wrong.body.contains("/problems/unknown_attachment"))
    }

    @Test func anErasedFileIsGone() async throws {
        let (website, desk, id) = try Self.withFile()
        desk.erase(id)
        let reply = try await website.send(
            .get, "/cases/case-1/attachments/\(id)", headers: Self.headers("sok", website))
        #expect(reply.status == 410)
        #expect(reply.body.contains("/problems/erased"))
    }
}
