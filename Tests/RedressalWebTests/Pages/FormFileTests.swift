import Foundation
import HTTPTypes
import Redressal
import Testing

@testable import RedressalWeb

/// Files that come with forms.
@Suite struct FormFileTests {
    private static let headers: HTTPFields = [.contentType: "multipart/form-data; boundary=b"]
    private static let words = [("key", "k1"), ("workflow", "petition"), ("office", "kss"), ("field.what", "dry, پمپ")]

    /// A form as browsers send it.
    private static func body(_ words: [(String, String)], files: [String]) -> String {
        let texts = words.map { "--b\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }
        let parts = files.map { content in
            "--b\r\nContent-Disposition: form-data; name=\"field.attachments\"; filename=\"x\"\r\n\r\n\(content)\r\n"
        }
        return (texts + parts).joined() + "--b--\r\n"
    }

    @Test func whatIsFiledNamesTheFilesThatCameWithIt() async throws {
        let website = try Website.withPages()
        let reply = try await website.send(
            .post, "/file", Self.body(Self.words, files: ["a letter", "another"]), headers: Self.headers)
        #expect(reply.status == 303)
        let command = try #require(website.gateway.drafts.first?.command)
        #expect(command.request.fields["what"] == .string("dry, پمپ"))
        let kept = try ["a letter", "another"].map { AttachmentID(of: try CleanAttachment(of: Array($0.utf8)).bytes) }
        #expect(try command.attachments == Set(kept))
        // They are whose case it is, and nobody else may use them.
        #expect(website.desk.taken.map(\.account) == [command.actor.user, command.actor.user])
    }

    @Test func aFieldWithoutAFileIsEmpty() async throws {
        let website = try Website.withPages()
        let reply = try await website.send(.post, "/file", Self.body(Self.words, files: [""]), headers: Self.headers)
        #expect(reply.status == 303)
        #expect(website.gateway.drafts.first?.command.request.fields["attachments"] == nil)
        #expect(website.desk.taken.isEmpty)
    }

    @Test func whatIsWrongWithAFileIsSaidAndTheOthersAreKept() async throws {
        let website = try Website.withPages()
        let reply = try await website.send(
            .post, "/file", Self.body(Self.words, files: ["a letter", "<html></html>"]), headers: Self.headers)
        #expect(reply.status == 422)
        #expect(reply.body.contains("id=\"file-attachments-fault\""))
        #expect(reply.body.contains("of a kind that is not taken"))
        let kept = AttachmentID(of: try CleanAttachment(of: Array("a letter".utf8)).bytes)
        #expect(reply.body.contains("type=\"hidden\" name=\"field.attachments\" value=\"\(kept)\""))
        #expect(website.gateway.drafts.isEmpty)

        // Sent again with what was kept.
        let again = try await website.send(
            .post, "/file", Self.body(Self.words + [("field.attachments", kept.text)], files: [""]),
            headers: Self.headers)
        #expect(again.status == 303)
        #expect(try website.gateway.drafts.first?.command.attachments == [kept])
    }

    @Test func tooMuchIsRefusedBeforeItIsKept() async throws {
        let website = try Website.withPages()
        let reply = try await website.send(
            .post, "/file", Self.body(Self.words, files: [String(repeating: "x", count: 2 << 20)]),
            headers: Self.headers)
        #expect(reply.status == 413)
        #expect(reply.body.contains("nothing that you wrote is lost"))
        #expect(website.desk.taken.isEmpty)
    }

    @Test func sentOnceMoreTheFirstOneCountsAndThatIsSaid() async throws {
        let website = try Website.withPages()
        website.gateway.reject(Rejection(.commandReused, "expected the same request"))
        let reply = try await website.send(
            .post, "/file", Self.body(Self.words, files: ["a letter"]), headers: Self.headers)
        #expect(reply.status == 303)
        #expect(reply.header("Location") == "/receipt?again=true")
        let cookie = String((reply.header("Set-Cookie") ?? "").prefix { $0 != ";" })
        let receipt = try await website.send(.get, "/receipt?again=true", headers: [.cookie: cookie])
        #expect(receipt.body.contains("You have sent this before"))
    }
}
