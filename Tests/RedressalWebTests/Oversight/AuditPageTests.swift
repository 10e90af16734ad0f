import HTTPTypes
import Redressal
import Testing

@testable import RedressalWeb

/// The pages of auditors.
@Suite struct AuditPageTests {
    private static let pages = [
        "/console/audit", "/console/audit/cases/case-1", "/console/audit/search?account=sok", "/console/audit/access",
        "/console/audit/checks", "/console/audit/checks/orphans", "/console/audit/records",
        "/console/audit/sample?seed=s1", "/console/audit/search/export?account=sok",
        "/console/audit/sample/export?seed=s1",
    ]

    private static func website() throws -> Website {
        let website = try Website.withPages()
        website.views.add(CaseState.sampleEvents())
        return website
    }

    private static func get(_ path: String, as account: String, _ website: Website) async throws -> Reply {
        try await website.send(.get, path, headers: website.cookie(account))
    }

    @Test(arguments: Self.pages) func onlyAuditorsSeeThem(_ path: String) async throws {
        let website = try Self.website()
        #expect(try await website.send(.get, path).status == 303)
        let refused = try await Self.get(path, as: "sok", website)
        #expect(refused.status == 403)
        #expect(website.access.lines == ["RequestRefused sok"])
        let seen = try await Self.get(path, as: "vanna", website)
        #expect(seen.status == 200, "\(seen.body)")
        #expect(!seen.body.contains("{{") && !seen.body.contains("audit."))
        #expect(seen.body.utf8.count < 100_000)
    }

    /// The one form that is sent with POST ends the session.
    @Test(arguments: Self.pages) func nothingOnThemWrites(_ path: String) async throws {
        let website = try Self.website()
        let page = try await Self.get(path, as: "vanna", website)
        let forms = page.body.matches(of: /<form[^>]*method="post"[^>]*>/).map { String($0.output) }
        #expect(forms.allSatisfy { $0.contains("action=\"/sign-out\"") }, "\(forms)")
        #expect(try await website.send(.post, path, "", headers: website.cookie("vanna")).status == 405)
        #expect(website.gateway.drafts.isEmpty)
    }

    @Test func aHistoryTellsWhoDidWhatUnderWhichRules() async throws {
        let website = try Self.website()
        let page = try await Self.get("/console/audit/cases/case-1?event=2", as: "vanna", website)
        for text in ["ClockStarted", "version 2", "kh-gov, version 1", "sok", "2026-04-10T04:30:00.000Z"] {
            #expect(page.body.contains(text), "\(text)")
        }
        #expect(page.body.contains("max=\"2\" value=\"2\""))
        for secret in ["c2VjcmV0", "person-1"] { #expect(!page.body.contains(secret)) }
        #expect(page.body.contains("The chain breaks at event 1"))
    }

    @Test func asItWasIsShownBesideAsItIsKnownNow() async throws {
        let website = try Self.website()
        let first = try await Self.get("/console/audit/cases/case-1?event=1", as: "vanna", website)
        #expect(first.body.contains("What was known then is what is known now."))
        let early = "/console/audit/cases/case-1?at=2026-04-10T04:30:00Z&known=2026-04-10T04:29:00Z"
        let unknown = try await Self.get(early, as: "vanna", website)
        #expect(unknown.body.contains("Known otherwise now:"))
        #expect(unknown.body.contains("<span class=\"badge urgent\">differs</span>"))
        let wrong = try await Self.get("/console/audit/cases/case-1?at=yesterday", as: "vanna", website)
        #expect(wrong.status == 400)
    }

    @Test func aSearchIsForTheAuditorsOfficesAndWritten() async throws {
        let website = try Self.website()
        website.audit.tell(touched: [
            TouchedCase(
                id: CaseID("case-1"), reference: "R1", workflow: "complaint", office: "kss", state: "received",
                deeds: 2, steps: ["CaseOpened"], first: Instant(seconds: 1), last: Instant(seconds: 2))
        ])
        let path = "/console/audit/search?account=sok&post=p0&from=2026-04-01&to=2026-04-10"
        let page = try await Self.get(path, as: "vanna", website)
        #expect(page.body.contains("/console/audit/cases/R1"))
        let asked = try #require(website.audit.touchQuestions.first)
        #expect(asked.scope.offices == ["kss"] && asked.account == "sok" && asked.post == "p0")
        #expect(website.access.lines == ["AccessLogRead vanna"])
        #expect(website.access.questions.map(\.account) == ["sok"])
        let export = try await Self.get("/console/audit/search/export?account=sok", as: "vanna", website)
        #expect(export.header("Content-Type") == "text/csv; charset=utf-8")
        #expect(
            export.body.hasPrefix("case,reference,workflow,office,state,deeds,steps,first_recorded,last_recorded\r\n"))
        #expect(export.body.contains("case-1,R1,complaint,kss,received,2,CaseOpened,"))
        #expect(website.access.lines.last == "DataExported vanna")
    }

    @Test func nothingIsTakenAwayThatCannotBeWrittenDown() async throws {
        let website = try Self.website()
        website.access.fail()
        for path in ["/console/audit/search/export?account=sok", "/console/audit/sample/export?seed=s1"] {
            #expect(try await Self.get(path, as: "vanna", website).status == 503)
        }
    }

    @Test func checksTellWhatTheyFound() async throws {
        let website = try Self.website()
        let check = try #require(AuditCheck.named("self-approved"))
        let suspect = AuditSuspect(
            id: CaseID("case-1"), reference: "R1", workflow: "complaint", office: "kss", account: "sok",
            since: Instant(seconds: 1))
        website.audit.tell([suspect], of: check.rule)
        let list = try await Self.get("/console/audit/checks", as: "vanna", website)
        #expect(list.body.contains("<span class=\"badge urgent\">1</span>"))
        for check in AuditCheck.all { #expect(list.body.contains("/console/audit/checks/\(check.id)")) }
        let one = try await Self.get("/console/audit/checks/self-approved", as: "vanna", website)
        #expect(one.body.contains("/console/audit/cases/R1"))
        #expect(try await Self.get("/console/audit/checks/none", as: "vanna", website).status == 404)
        #expect(website.audit.scopes.allSatisfy { $0.offices == ["kss"] })
        let api = try await website.send(.get, "/audit/checks/self-approved", headers: website.bearer("vanna"))
        #expect(
            api.body.contains(
                #""findings":[{"account":"sok","case":"case-1","office":"kss","reference":"R1","#
                    + #""since":"1970-01-01T00:00:01.000Z","workflow":"complaint"}]"#), "\(api.body)")
        #expect(try await website.send(.get, "/audit/checks", headers: website.bearer("sok")).status == 403)
        #expect(try await website.send(.get, "/audit/checks/none", headers: website.bearer("vanna")).status == 404)
    }

    @Test func aSampleKeepsItsSeed() async throws {
        let website = try Self.website()
        website.audit.tell(drawn: [
            SampledCase(
                id: CaseID("case-1"), reference: "=R1", workflow: "complaint", office: "kss", state: "received",
                opened: Instant(seconds: 1), closed: nil, stratum: 7)
        ])
        let first = try await Self.get("/console/audit/sample", as: "vanna", website)
        #expect(!first.body.contains("<table"))
        #expect(website.audit.sampleQuestions.isEmpty)
        let page = try await Self.get("/console/audit/sample?seed=spring+2026&size=3", as: "vanna", website)
        #expect(page.body.contains("<code>spring 2026</code>") && page.body.contains("1 of 7 cases"))
        #expect(page.body.contains("/console/audit/sample/export?seed=spring%202026&amp;size=3"))
        let question = try #require(website.audit.sampleQuestions.first)
        #expect(question.seed == "spring 2026" && question.perOffice == 3 && question.scope.offices == ["kss"])
        let file = try await Self.get("/console/audit/sample/export?seed=s1", as: "vanna", website)
        // A spreadsheet would run it.
        #expect(file.body.contains("s1,kss,7,case-1,'=R1,complaint,received,1970-01-01T00:00:01.000Z,\r\n"))
        #expect(website.access.lines.last == "DataExported vanna")
    }

    @Test func recordsThatCountForNothingAreListed() async throws {
        let website = try Self.website()
        var oversight = FakeOversight()
        oversight.voids = [VoidRow(partition: 3, offset: 8, case: nil, seq: nil, reason: .formerOwner)]
        oversight.parked = [VoidRow(partition: 1, offset: 9, case: "gone", seq: 4, reason: .gap)]
        website.views.tell(oversight)
        let page = try await Self.get("/console/audit/records", as: "vanna", website)
        #expect(page.body.contains("3/8") && page.body.contains("written by an engine after another had taken over"))
        #expect(page.body.contains("gone") && page.body.contains("records before it are missing"))
        #expect(website.views.oversight.offices == [["kss"], ["kss"]])
    }

    @Test func signedRootsAreShownAsTheyAreSigned() async throws {
        let website = try Self.website()
        let none = try await Self.get("/console/audit/records", as: "vanna", website)
        #expect(none.body.contains("Nothing is signed yet."))
        let place = LogPlace(topic: .events, partition: 3)
        var tree = MerkleTree()
        for byte in UInt8(0)..<5 { tree.append(EventHash(of: [byte])) }
        let signer = try CheckpointSigner(seed: Array(repeating: 7, count: 32))
        let signed = try signer.sign(tree, of: place, at: Instant(seconds: 1_772_366_400))
        website.audit.tell(roots: [SignedRoot(place: place, signed: signed)])
        let page = try await Self.get("/console/audit/records", as: "vanna", website)
        #expect(page.body.contains("events/3") && page.body.contains(signer.verifier.name))
        #expect(page.body.contains("made 2026-03-01T12:00:00.000Z"))
        #expect(!page.body.contains("Nothing is signed yet."))
    }
}
