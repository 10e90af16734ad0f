import HTTPTypes
import Redressal
import RedressalWeb
import Testing

/// What stands in place of words that were erased.
@Suite struct ErasedCaseTests {
    private static func page(erasures: [Erasure]) async throws -> String {
        var website = try Website.withPages()
        website.views.add(CaseState.sampleEvents())
        website.erasures = erasures
        let reply = try await website.send(.get, "/console/cases/case-1", headers: website.cookie("sok"))
        #expect(reply.status == 200)
        return reply.body
    }

    private static func erasure(of id: CaseID, isDone: Bool = true) -> Erasure {
        let now = Website.now ?? Instant(seconds: 0)
        return Erasure(
            id: "e-1", case: id, reason: "asked_at_counter", askedBy: "sok", askedAt: now,
            approvedBy: isDone ? "dara" : nil, approvedAt: isDone ? now : nil, doneAt: isDone ? now : nil)
    }

    @Test func officesReadWhenAndByWhoseOrder() async throws {
        let page = try await Self.page(erasures: [Self.erasure(of: CaseID("case-1"))])
        #expect(page.contains("What was written here was erased on"))
        #expect(page.contains("by order of sok and dara (asked_at_counter)"))
    }

    @Test func nothingIsSaidOfOtherCasesNorOfWhatIsOnlyAskedFor() async throws {
        let others = [Self.erasure(of: CaseID("case-2")), Self.erasure(of: CaseID("case-1"), isDone: false)]
        #expect(!(try await Self.page(erasures: others)).contains("was erased"))
    }
}
