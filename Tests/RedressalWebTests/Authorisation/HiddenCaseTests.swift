import HTTPTypes
import Hummingbird
import Redressal
import RedressalWeb
import Testing

/// A case that somebody may not see is as one that is not there: in the words and the head of the answer, in what is asked of the
/// read models for it, in how long is waited, and in what is written down.
@Suite struct HiddenCaseTests {
    /// Everything that can be asked about a case, and what comes with it.
    static let questions: [(HTTPRequest.Method, String, String?)] = [
        (.get, "/cases/CASE", nil), (.get, "/cases/CASE?personal=true", nil), (.get, "/cases/CASE?wait_for=1", nil),
        (.get, "/cases/CASE?wait_for=2", nil), (.get, "/cases/CASE?wait_for=9", nil),
        (.get, "/cases/CASE/history", nil), (.get, "/cases/CASE/explain", nil),
        (.get, "/cases/CASE/attachments", nil), (.get, "/cases/CASE/attachments/\(attachment)", nil),
        (.post, "/cases/CASE/actions/look", #"{"actor": {"role": "intake"}}"#),
        (
            .post, "/cases/CASE/actions/look",
            #"{"actor": {"role": "intake"}, "occurred": "2026-04-10T04:00:00Z"}"#
        ),
        (.get, "/console/cases/CASE", nil), (.get, "/console/cases/CASE?seq=1", nil),
        (.get, "/console/cases/CASE?seq=9", nil), (.get, "/console/find?q=CASE", nil),
        (.post, "/console/cases/CASE/actions/look", "key=k-1"),
    ]

    private static let attachment = AttachmentID(of: Array("The pump is dry.\n".utf8)).text

    /// The sample's case with a file, which dara may not see.
    private static func website() throws -> Website {
        let desk = FakeDesk()
        var website = try Website.withPages()
        website.hasWorkflow = true
        website.attachments = AttachmentDoor(desk)
        website.views.add(try #require(CaseState.sample()))
        _ = desk.add(try CleanAttachment(of: Array("The pump is dry.\n".utf8)), to: "case-1")
        return website
    }

    @Test(arguments: Self.questions, [[:], [HTTPField.Name.ifNoneMatch: "\"2\"", .idempotencyKey: "k-1"]])
    func nobodyCanTellItFromNone(
        _ question: (method: HTTPRequest.Method, path: String, body: String?), _ more: [HTTPField.Name: String]
    ) async throws {
        let website = try Self.website()
        var headers = website.bearer("dara")
        headers[.contentType] = question.path.hasPrefix("/console") ? "application/x-www-form-urlencoded" : nil
        headers[try #require(HTTPField.Name("X-Request-Id"))] = "2f8f6a1e-54f3-4c7e-9f0e-1b1c5a3d7e90"
        for (name, value) in more { headers[name] = value }
        let unknown = TrackingReference.make(for: CaseID("nobody"))
        for (hidden, missing) in [
            ("case-1", "case-9"), (TrackingReference.make(for: CaseID("case-1")), unknown),
        ] {
            // Other words than a number are looked for in what was said.
            if question.path.contains("find?"), hidden == "case-1" { continue }
            let found = try await Self.ask(website, question, hidden, headers)
            let none = try await Self.ask(website, question, missing, headers)
            #expect(found.reply.status == 404)
            #expect(found.reply == none.reply)
            #expect(found.questions == none.questions)
            #expect(found.entries.map(\.reader?.account) == ["dara"])
            #expect(found.entries.map(\.fact.kind) == [.caseDenied])
            #expect(none.entries == found.entries)
        }
        #expect(website.gateway.drafts.isEmpty)
    }

    /// An answer, without the name that was asked for.
    private struct Told: Equatable {
        let status: Int
        let headers: HTTPFields
        let body: String
    }

    private static func ask(
        _ website: Website, _ question: (method: HTTPRequest.Method, path: String, body: String?), _ name: String,
        _ headers: HTTPFields
    ) async throws -> (reply: Told, questions: [String: Int], entries: [AccessEntry]) {
        _ = website.views.takeQuestions()
        let before = website.access.lines.count
        let reply = try await website.send(
            question.method, question.path.replacing("CASE", with: name), question.body, headers: headers)
        var head = reply.headers
        head[.contentLength] = nil
        let told = Told(status: reply.status, headers: head, body: reply.body.replacing(name, with: "CASE"))
        return (told, website.views.takeQuestions(), website.access.entries.dropFirst(before).compactMap(Self.untied))
    }

    /// An entry without its id, as it is told to an auditor who may not see the case.
    private static func untied(_ entry: AccessEntry) -> AccessEntry? {
        entry.hidingCase.map {
            AccessEntry(
                id: "", at: $0.at, reader: $0.reader, request: $0.request, post: $0.post, roles: $0.roles, fact: $0.fact
            )
        }
    }

    /// The same of a number of Open311 that another program filed.
    @Test(arguments: ["requests", "tokens"])
    func anotherProgramsRequestIsAsNone(_ list: String) async throws {
        let website = Open311City.website(FakeIdentities())
        website.views.add(try #require(Open311City.request("case-1")), filedBy: "other")
        let hidden = TrackingReference.make(for: CaseID("case-1"))
        let missing = TrackingReference.make(for: CaseID("nobody"))
        var told: [(status: Int, body: String, questions: [String: Int])] = []
        for name in [hidden, missing] {
            let key = Open311City.key(website)
            let reply = try await website.send(.get, "/open311/v2/\(list)/\(name).json?api_key=\(key)")
            told.append((reply.status, reply.body, website.views.takeQuestions()))
        }
        #expect(told[0].status == 404)
        #expect(told[0] == told[1])
    }

    /// What a question says wrongly is told before anything is looked up or waited for.
    @Test func whatIsAskedWronglyIsRefusedAtOnce() async throws {
        let website = try Self.website()
        let reply = try await website.send(
            .get, "/cases/case-1?wait_for=9&personal=perhaps", headers: website.bearer("sok"))
        #expect(reply.status == 400)
        #expect(website.views.takeQuestions().isEmpty)
    }
}
