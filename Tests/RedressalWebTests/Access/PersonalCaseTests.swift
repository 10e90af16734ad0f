import HTTPTypes
import Hummingbird
import Redressal
import Testing

/// `GET /cases/{case}?personal=true`.
@Suite struct PersonalCaseTests {
    @Test func whoHandlesTheCaseReadsItAndThatIsWrittenDown() async throws {
        let website = try Website.withSample()
        let headers = website.bearer("sok")
        let shut = try await website.send(.get, "/cases/case-1", headers: headers)
        #expect(shut.body.contains(#""phone":{"sealed":true}"#))
        #expect(website.access.entries.isEmpty)
        let open = try await website.send(.get, "/cases/case-1?personal=true&purpose=call_back", headers: headers)
        #expect(open.status == 200)
        #expect(open.body.contains(#""phone":"open""#))
        #expect(open.header("Cache-Control") == "no-store")
        #expect(open.header("ETag") == shut.header("ETag"))
        let read = PersonalDataRead(
            case: CaseID("case-1"), workflow: "complaint", fields: ["phone"], purpose: "call_back", standing: .post)
        let entry = try #require(website.access.entries.first)
        #expect(website.access.entries.count == 1)
        #expect(entry.fact == .personalDataRead(read))
        #expect(entry.post == "p0")
        #expect(entry.request == open.header("X-Request-Id"))
    }

    @Test func whatCannotBeWrittenDownIsNotShown() async throws {
        let website = try Website.withSample()
        website.access.fail()
        let headers = website.bearer("sok")
        let reply = try await website.send(.get, "/cases/case-1?personal=true", headers: headers)
        #expect(reply.status == 503)
        #expect(!reply.body.contains("open"))
        #expect(try await website.send(.get, "/cases/case-1", headers: headers).status == 200)
    }

    /// A service sees no case, unless it opened it itself; then too it reads nobody.
    @Test func aServiceReadsNobody() async throws {
        let website = try Website.withSample(by: "website")
        let reply = try await website.send(
            .get, "/cases/case-1?personal=true", headers: website.bearer("website", kind: .service))
        #expect(reply.status == 403)
        #expect(reply.body.contains("/problems/personal_data_refused"))
        #expect(!reply.body.contains("open"))
    }

    @Test func whereNobodySignsInNobodyReads() async throws {
        let website = Website()
        website.views.add(try #require(CaseState.sample()))
        let reply = try await website.send(.get, "/cases/case-1?personal=true")
        #expect(reply.status == 401)
        #expect(try await website.send(.get, "/cases/case-1?personal=false").status == 200)
    }

    @Test(arguments: ["Aisha%20Bibi", "0300-5551234", "x%C3%BC"]) func aPurposeIsAWord(_ purpose: String) async throws {
        let website = try Website.withSample()
        let reply = try await website.send(
            .get, "/cases/case-1?personal=true&purpose=\(purpose)", headers: website.bearer("sok"))
        #expect(reply.status == 400)
        #expect(website.access.entries.isEmpty)
    }

    @Test func whoMayNotSeeTheCaseIsToldThatThereIsNone() async throws {
        let website = try Website.withSample()
        let reply = try await website.send(
            .get, "/cases/case-1?personal=true", headers: website.bearer("dara"))
        #expect(reply.status == 404)
        #expect(website.access.lines == ["CaseDenied dara"])
    }
}
