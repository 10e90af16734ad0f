import Redressal
import RedressalTesting
import Testing

@Suite struct ActTests {
    @Test func anActionMovesTheCaseAndSetsFieldsAndHolder() throws {
        let scenario = try RequestWorkflow.opened()
        try scenario.as("clerk", role: "intake").does("acknowledge")
        let facts = try scenario.as("officer", role: "triage_officer", post: "cell-officer", office: "cell")
            .does("assign", ["assignee": "handler", "category": "water"])
        #expect(
            facts.first
                == .actionTaken(
                    ActionTaken(
                        action: "assign", name: "Assigned", from: "triage", to: "working",
                        fields: ["assignee": "handler", "category": "water"], assignee: Assignee(user: "handler"),
                        reopened: false, closed: false)))
        let state = try #require(scenario.state())
        #expect(state.state == "working")
        #expect(state.previous == "triage")
        #expect(state.assignee == Assignee(user: "handler"))
        #expect(state.reassigned == 0)
        #expect(state.counts == ["acknowledge": 1, "Acknowledged": 1, "assign": 1, "Assigned": 1])
        #expect(state.doers == ["open": "citizen", "acknowledge": "clerk", "assign": "officer"])
    }

    @Test func anActionIsRefusedForItsNameStateRoleOrFields() throws {
        let scenario = try RequestWorkflow.opened()
        let officer = scenario.as("officer", role: "triage_officer")
        #expect(throws: Rejection(.unknownCase, "expected an existing case but there is no case 'other'")) {
            try officer.does("acknowledge", to: CaseID("other"))
        }
        let unknown = #expect(throws: Rejection.self) { try officer.does("dance") }
        #expect(unknown?.code == .unknownAction)
        #expect(
            unknown?.message.hasPrefix(
                "expected an action of request but found 'dance'; possible in received: acknowledge, ") == true)
        #expect(
            throws: Rejection(.notInThisState, "expected the case to be in triage for 'assign' but it is in received")
        ) { try officer.does("assign") }
        #expect(
            throws: Rejection(.notThisRole, "expected the role intake for 'acknowledge' but found 'triage_officer'")
        ) { try officer.does("acknowledge") }
        #expect(
            throws: Rejection(
                .unknownField, "expected no fields for 'acknowledge' but found 'note'", field: "note")
        ) { try scenario.as("clerk", role: "intake").does("acknowledge", ["note": "x"]) }
        #expect(scenario.state()?.seq == 3)
    }

    @Test func aGuardRefusesWithWhatIsMissing() throws {
        let scenario = try RequestWorkflow.opened()
        try scenario.as("clerk", role: "intake").does("acknowledge")
        #expect(throws: Rejection(.guardFailed, "expected category to be filled in but it is empty")) {
            try scenario.as("officer", role: "triage_officer").does("assign", ["assignee": "handler"])
        }
        #expect(
            throws: Rejection(.guardFailed, "expected the approval of another supervisor_l1 first but there is none")
        ) {
            try scenario.as("officer", role: "triage_officer").does("drop")
        }
        try scenario.as("head", role: "supervisor_l1").does("approve_drop")
        try scenario.as("officer", role: "triage_officer").does("drop")
        #expect(scenario.state()?.state == "dropped")
        #expect(scenario.state()?.approvals == [])
    }

    @Test func aRequiredFieldOfAnActionMustBeFilledIn() throws {
        let scenario = try RequestWorkflow.opened()
        try scenario.as("clerk", role: "intake").does("acknowledge")
        #expect(
            throws: Rejection(
                .missingField, "expected 'assignee' to be filled in to do 'assign' but it is empty", field: "assignee")
        ) { try scenario.as("officer", role: "triage_officer").does("assign", ["category": "water"]) }
        #expect(
            throws: Rejection(
                .wrongType, "expected a whole number in 'people' but found true or false", field: "people")
        ) {
            try scenario.as("officer", role: "triage_officer")
                .does("assign", ["assignee": "handler", "category": "water", "people": true])
        }
    }

    @Test func anActionTakesOnlyTheCodesThatItLists() throws {
        let narrowed = [
            "fields: {reason_code: required}, extend: {clock: state, by: 2bd":
                "fields: {reason_code: {required: true, values: [rain, flood]}}, extend: {clock: state, by: 2bd"
        ]
        let scenario = try RequestWorkflow.working(narrowed)
        let head = scenario.as("head", role: "supervisor_l1")
        #expect(
            throws: Rejection(
                .wrongType, "expected one of rain, flood in 'reason_code' but found another text", field: "reason_code")
        ) { try head.does("extend", ["reason_code": "holiday"]) }
        #expect(
            throws: Rejection(
                .missingField, "expected 'reason_code' to be filled in to do 'extend' but it is empty",
                field: "reason_code")
        ) { try head.does("extend") }
        try head.does("extend", ["reason_code": "flood"])
        // Another action keeps to what the field says.
        try head.does("extend_total", ["reason_code": "holiday", "promised_at": "2026-04-24T12:00:00Z"])
    }

    /// The citizen says it in words, the office by a reason of its list.
    @Test func actionsOfOneNameAreChosenByTheRole() throws {
        let scenario = try RequestWorkflow.working([
            "  - {do: raise, from: any_open, to: $same, by: [complainant], escalate: true, emit: Raised}":
                """
              - {do: raise, from: any_open, to: $same, by: [complainant], fields: {note: required}, escalate: true, emit: Raised}
              - {do: raise, from: any_open, to: $same, by: [handler], fields: {reason_code: required}, escalate: true, emit: Raised}
            """
        ])
        let citizen = scenario.as("citizen", role: "complainant")
        let handler = scenario.as("handler", role: "handler")
        #expect(throws: Rejection.self) { try citizen.does("raise", ["reason_code": "late"]) }
        #expect(throws: Rejection.self) { try handler.does("raise", ["note": "late"]) }
        try citizen.does("raise", ["note": "late"])
        try handler.does("raise", ["reason_code": "late"])
    }

    @Test func nobodyApprovesTheirOwnProposal() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.as("head", role: "supervisor_l1").does("propose")
        #expect(
            throws: Rejection(
                .samePerson, "expected 'approve' to be done by somebody else than 'propose' but it is the same person")
        ) { try scenario.as("head", role: "supervisor_l1").does("approve") }
        try scenario.as("deputy", role: "supervisor_l1").does("approve")
        #expect(scenario.state()?.closed == .april(6, 9))
    }

    @Test func aCommandThatExpectsAnOlderCaseIsStale() throws {
        let scenario = try RequestWorkflow.opened()
        let clerk = scenario.as("clerk", role: "intake")
        #expect(
            throws: Rejection(.stale, "expected the case to be at event 2 but it is at 3: read it again")
        ) { try clerk.does("acknowledge", expecting: 2) }
        try clerk.does("acknowledge", expecting: 3)
    }

    @Test func aSeverityOrOfficeThatDoesNotExistIsRefused() throws {
        let scenario = try RequestWorkflow.working()
        let officer = scenario.as("officer", role: "triage_officer")
        #expect(
            throws: Rejection(
                .wrongType, "expected a severity of standard, urgent but found 'dire'", field: "severity")
        ) { try officer.does("set_severity", ["severity": "dire"]) }
        #expect(
            throws: Rejection(.unknownOffice, "expected a known office but found 'moon'", field: "office_id")
        ) { try officer.does("redirect", ["office_id": "moon"]) }
    }

    @Test func takingACaseFromItsHolderCountsOnceAsReassigned() throws {
        let scenario = try RequestWorkflow.working()
        let officer = scenario.as("officer", role: "triage_officer")
        try officer.does("redirect", ["office_id": "district"])
        #expect(scenario.state()?.assignee == nil)
        try officer.does("hand_over", ["seat": "district-head"])
        #expect(scenario.state()?.assignee == Assignee(user: "commissioner", post: "district-head"))
        #expect(scenario.state()?.reassigned == 1)
    }
}
