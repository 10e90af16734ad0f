import HTTPTypes
import Redressal
import Testing

/// What whoever complained is told of a solution, and when.
@Suite struct AnswerPageTests {
    private static let yaml = """
        workflow: plea
        version: 1
        calendar: wall
        initial: [proposed]
        roles: [citizen, intake]
        parties: {citizen: who}
        portal:
          ask: [what]
          tell: [deed, evidence]
          told_in: {deed: [resolved], evidence: [resolved]}
        fields:
          what: {type: string, required: true}
          who: reference
          deed: string
          evidence: list of reference
        states:
          proposed: {sla: 5d}
          resolved: {sla: 15d, waits_for: citizen}
          closed: {final: true}
        actions:
          - {do: approve, from: proposed, to: resolved, by: [intake], fields: {deed: optional, evidence: optional}, emit: PleaApproved}
          - {do: confirm, from: resolved, to: closed, by: [citizen], emit: PleaConfirmed}
        """

    /// - Returns: The cookie of whoever complained, and where the file that shows the deed would be.
    private static func website(in place: String) async throws -> (Website, HTTPFields, String) {
        let plea = try #require(WorkflowReader.read(self.yaml, file: "plea.yaml").definition)
        var website = try Website.withPages()
        website.publish = { $0.add(plea) }
        let id = CaseID("plea-1")
        let file = website.desk.add(try CleanAttachment(of: Array("Signed for.\n".utf8)), to: id.text)
        let other = website.desk.add(try CleanAttachment(of: Array("Among us.\n".utf8)), to: id.text)
        var state = try #require(CaseState.sample(id: id))
        state.workflow = plea.pin
        state.state = place
        state.fields = [
            "what": .string("dry"), "who": .string("citizen-1"), "deed": .string("A new bearing"),
            "evidence": .list([.string(file.text)]),
        ]
        website.views.add(state)
        let visit: HTTPFields = [.cookie: try await website.visitCookie(id)]
        #expect(try await website.send(.get, "/track/case/files/\(other)", headers: visit).status == 404)
        return (website, visit, "/track/case/files/\(file)")
    }

    @Test func aProposalIsNotToldBeforeItIsApproved() async throws {
        let (website, visit, _) = try await Self.website(in: "proposed")
        let page = try await website.send(.get, "/track/case", headers: visit)
        #expect(page.status == 200)
        #expect(page.body.contains("dry"))
        #expect(!page.body.contains("A new bearing"), "\(page.body)")
        #expect(!page.body.contains("Please answer by"))
    }

    @Test func whatWasDoneAndUntilWhenToAnswerStandAboveTheAnswers() async throws {
        let (website, visit, file) = try await Self.website(in: "resolved")
        let page = try await website.send(.get, "/track/case", headers: visit).body
        #expect(page.contains(#"href="\#(file)""#), "\(page)")
        let deed = try #require(page.firstRange(of: "A new bearing"), "\(page)")
        let until = try #require(page.firstRange(of: "Please answer by"), "\(page)")
        let answers = try #require(page.firstRange(of: #"id="action-confirm""#), "\(page)")
        #expect(deed.lowerBound < until.lowerBound && until.lowerBound < answers.lowerBound)
        #expect(page.components("A new bearing") == 1)
    }

    @Test func theFilesOfAProposalAreThereOnceItIsApproved() async throws {
        let (proposed, early, hidden) = try await Self.website(in: "proposed")
        #expect(try await proposed.send(.get, hidden, headers: early).status == 404)
        let (website, visit, file) = try await Self.website(in: "resolved")
        let reply = try await website.send(.get, file, headers: visit)
        #expect(reply.status == 200)
        #expect(reply.body == "Signed for.\n")
        #expect(try await website.send(.get, file).header("Location") == "/track")
    }

    @Test func theAddressOfAnAnswerLeadsBackToTheCase() async throws {
        let (website, visit, _) = try await Self.website(in: "resolved")
        let own = try await website.send(.get, "/track/case/actions/confirm", headers: visit)
        #expect(own.header("Location") == "/track/case")
        #expect(try await website.send(.get, "/track/case/actions/confirm").header("Location") == "/track")
    }
}

extension String {
    /// How often a text is in it.
    fileprivate func components(_ text: String) -> Int { self.ranges(of: text).count }
}
