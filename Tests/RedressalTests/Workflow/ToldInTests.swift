import Redressal
import Testing

/// What a case's own people may read, and when.
@Suite struct ToldInTests {
    private static let portal = Portal(
        ask: ["summary"], tell: ["question", "action_taken"], toldIn: ["action_taken": ["resolved", "closed"]])

    @Test(arguments: [
        ("summary", "received", true), ("summary", "resolved", true), ("question", "triage", true),
        ("action_taken", "proposed", false), ("action_taken", "resolved", true), ("action_taken", "triage", false),
        ("note", "resolved", false),
    ])
    func whatIsToldOnlyInSomeStatesIsToldThere(_ field: String, _ state: String, _ isTold: Bool) {
        #expect(Self.portal.isForParties(FieldName(field), in: StateName(state)) == isTold)
    }

    /// Citizens hear of a solution once somebody else than who proposed it has approved it.
    @Test func aComplaintTellsItsSolutionFromTheApprovalOn() throws {
        let complaint = try #require(try WorkflowFiles.reading("complaint").definition)
        let portal = try #require(complaint.portal)
        for field: FieldName in ["action_taken", "outcome_code", "evidence"] {
            #expect(portal.isForParties(field, in: "resolved"))
            for state: StateName in ["in_progress", "proposed", "triage", "assigned"] {
                #expect(!portal.isForParties(field, in: state), "\(field) in \(state)")
            }
        }
    }
}
