import HTTPTypes
import Redressal
import RedressalWeb
import Testing

/// What the access log tells an auditor of a case that they may not see, such as one about themselves: what it tells of none.
@Suite struct HiddenAccessTests {
    /// The sample's case complains about vanna, who audits its office.
    private static func website() throws -> Website {
        var website = try Website.withPages()
        website.hasWorkflow = true
        website.views.add(try #require(CaseState.sample(about: "vanna")))
        return website
    }

    /// What is asked of a case, but for what waits for it and what finds words.
    private static let questions = HiddenCaseTests.questions.filter {
        !$0.1.contains("wait_for") && !$0.1.contains("find?")
    }

    /// What somebody is shown of the access log, without what is another in every entry.
    private static func log(_ website: Website, _ path: String, as account: String) async throws -> String {
        let headers = path.hasPrefix("/console") ? website.cookie(account) : website.bearer(account)
        let reply = try await website.send(.get, path, headers: headers)
        #expect(reply.status == 200, "\(reply.body)")
        return reply.body.replacing(/"(id|request)":"[^"]*"|<td>[0-9a-f-]{36}<\/td>|value="[^"]*"/, with: "ID")
    }

    @Test(arguments: ["/audit/access?account=vanna", "/audit/access", "/console/audit/access?account=vanna"])
    func whatTheyTriedThemselvesIsToldAsOfNone(_ path: String) async throws {
        var told: [String] = []
        for name in ["case-1", "case-9"] {
            let website = try Self.website()
            for (method, asked, body) in Self.questions {
                let headers = asked.hasPrefix("/console") ? website.cookie("vanna") : website.bearer("vanna")
                let status = try await website.send(
                    method, asked.replacing("CASE", with: name), body, headers: headers
                ).status
                // Auditors do nothing in any case.
                #expect(status == (method == .post && !asked.hasPrefix("/console") ? 403 : 404), "\(asked)")
            }
            _ = try await Self.log(website, "/audit/access?case=\(name)", as: "vanna")
            told.append(try await Self.log(website, path, as: "vanna"))
        }
        #expect(told[0] == told[1])
        for kind in path.hasPrefix("/console") ? ["hidden", "refused"] : ["CaseDenied", "RequestRefused"] {
            #expect(told[0].contains(kind), "\(kind)")
        }
        #expect(!told[0].contains("case-1"))
    }

    @Test(arguments: ["/audit/access?case=CASE", "/console/audit/access?case=CASE"])
    func whoAskedForItIsToldAsOfNone(_ path: String) async throws {
        let website = try Self.website()
        _ = try await website.send(.get, "/cases/case-1?personal=true", headers: website.bearer("sok"))
        #expect(website.access.lines == ["PersonalDataRead sok"])
        for name in ["case-1", TrackingReference.make(for: CaseID("case-1"))] {
            let found = try await Self.log(website, path.replacing("CASE", with: name), as: "vanna")
            let none = try await Self.log(website, path.replacing("CASE", with: "case-9"), as: "vanna")
            #expect(found.replacing(name, with: "case-9") == none)
            #expect(!found.contains("PersonalDataRead"))
        }
        #expect(website.access.questions.isEmpty)
    }

    @Test func whoReadItIsNotAmongAllEntries() async throws {
        let website = try Self.website()
        website.views.add(try #require(CaseState.sample(id: CaseID("case-2"))))
        for id in ["case-1", "case-2"] {
            _ = try await website.send(.get, "/cases/\(id)?personal=true", headers: website.bearer("sok"))
        }
        let told = try await Self.log(website, "/audit/access", as: "vanna")
        #expect(told.contains(#""case":"case-2""#))
        #expect(!told.contains("case-1"))
        #expect(told.matches(of: /PersonalDataRead/).count == 1)
    }

    /// What is kept is the case, for those who may know of it.
    @Test func theLogItselfKeepsTheCase() async throws {
        let website = try Self.website()
        _ = try await website.send(.get, "/cases/case-1", headers: website.bearer("vanna"))
        _ = try await Self.log(website, "/audit/access?case=case-1", as: "vanna")
        _ = try await Self.log(website, "/audit/access?case=case-9", as: "vanna")
        #expect(website.access.entries.map(\.fact.case) == [CaseID("case-1"), CaseID("case-1"), nil])
    }
}
