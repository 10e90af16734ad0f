import Redressal
import RedressalTesting
import Testing

/// A complaint box as those live through it who open it (T2 of the field study).
@Suite struct BoxOpeningTests {
    private static func slip(_ number: Int, with more: [String: FieldValue] = [:]) -> [String: FieldValue] {
        let writer = "writer-\(number)"
        return [
            "summary": .boxed("slip \(number)", for: writer), "language": "ur", "complainant_ref": .string(writer),
        ].merging(more) { $1 }
    }

    /// A box that the clerk has opened and counted, and the officer has confirmed.
    private static func counted(_ count: Int) throws -> Scenario {
        let scenario = try BatchWorkflows.scenario()
        let clerk = scenario.as("clerk", role: "intake")
        try clerk.opens("box_opening", ["box_no": "7", "place": "Gate of the hospital"])
        try clerk.does(
            "count_slips",
            [
                "box_opened_at": "2026-04-06T08:55:00Z", "present": .boxed("two elders"), "seal_no": "S-1",
                "seal_intact": true, "counted": .integer(count),
            ])
        try scenario.as("officer", role: "triage_officer").does("confirm_count")
        return scenario
    }

    private static func register(_ count: Int, in scenario: Scenario) throws {
        for number in 0..<count {
            try scenario.as("clerk", role: "intake").does("register_slip", Self.slip(number))
        }
    }

    @Test func fourteenCountedAndThirteenRegisteredAreNotSealedWithoutAReason() throws {
        let scenario = try Self.counted(14)
        try Self.register(13, in: scenario)
        let clerk = scenario.as("clerk", role: "intake")
        let refusal = #expect(throws: Rejection.self) { try clerk.does("seal", ["new_seal_no": "S-2"]) }
        #expect(refusal?.code == .guardFailed)
        #expect(scenario.state()?.state == "registering")
        try clerk.does("seal", ["new_seal_no": "S-2", "difference_reason": .boxed("one was taken back")])
        #expect(scenario.state()?.state == "sealed")
        #expect(scenario.undelivered.isEmpty)
        #expect(scenario.cases.count { $0.workflow.name == "complaint" } == 13)
    }

    @Test func asManyRegisteredAsCountedAreSealedWithoutOne() throws {
        let scenario = try Self.counted(3)
        try Self.register(3, in: scenario)
        try scenario.as("clerk", role: "intake").does("seal", ["new_seal_no": "S-2"])
        #expect(scenario.state()?.state == "sealed")
    }

    @Test func emptyAndIllegibleSlipsAreCountedWithTheirReason() throws {
        let scenario = try Self.counted(5)
        try Self.register(2, in: scenario)
        let clerk = scenario.as("clerk", role: "intake")
        let some: [String: FieldValue] = ["empty_slips": 1, "illegible_slips": 1, "other_slips": 0]
        try clerk.does("set_aside", some)
        #expect(throws: Rejection.self) { try clerk.does("seal", ["new_seal_no": "S-2"]) }
        try clerk.does("set_aside", some.merging(["other_slips": 1]) { $1 })
        try clerk.does("seal", ["new_seal_no": "S-2"])
        #expect(scenario.state()?.state == "sealed")
        #expect(throws: Rejection.self) {
            try Self.counted(1).as("clerk", role: "intake").does("set_aside", some)
        }
    }

    @Test func whoHasCountedLastDoesNotConfirm() throws {
        let scenario = try Self.counted(2)
        let (clerk, officer) = (scenario.as("clerk", role: "intake"), scenario.as("officer", role: "triage_officer"))
        try officer.does("count_slips", ["counted": 3, "reason_code": "miscounted"])
        #expect(scenario.state()?.state == "counted")
        let refusal = #expect(throws: Rejection.self) { try officer.does("confirm_count") }
        #expect(refusal?.code == .samePerson)
        try clerk.does("confirm_count")
        #expect(scenario.state()?.state == "registering")
    }

    @Test func aSlipTooManyIsCountedFirst() throws {
        let scenario = try Self.counted(1)
        try Self.register(1, in: scenario)
        let refusal = #expect(throws: Rejection.self) {
            try scenario.as("clerk", role: "intake").does("register_slip", Self.slip(1))
        }
        #expect(refusal?.code == .guardFailed)
        #expect(scenario.cases.count { $0.workflow.name == "complaint" } == 1)
    }

    @Test func aSlipIsAComplaintOfItsOwnWithItsOwnDateAndTimeFromToday() throws {
        let scenario = try Self.counted(1)
        try scenario.as("clerk", role: "intake").does("register_slip", Self.slip(0, with: ["written_on": "2026-04-03"]))
        let complaint = try #require(scenario.cases.first { $0.workflow.name == "complaint" })
        #expect(complaint.parent == CaseLink(relation: "slip", workflow: "box_opening", case: .one))
        #expect(complaint.fields["complainant_ref"] == "writer-0")
        guard case .sealed(let summary)? = complaint.fields["summary"] else {
            Issue.record("expected a sealed summary but found \(String(describing: complaint.fields["summary"]))")
            return
        }
        #expect(summary == SealedValue(subject: "writer-0", box: "slip 0", origin: "case-1/summary"))
        let opening = try #require(scenario.log.first { $0.record.case == complaint.id }).record
        #expect(opening.channel == "box")
        #expect(opening.occurred == Instant("2026-04-03T00:00:00Z"))
        #expect(opening.recorded == scenario.now)
        #expect(complaint.clocks[.state]?.due == .april(7, 17))
    }

    @Test func nothingOfASlipIsKeptInTheBoxNorTakenForTheNextOne() throws {
        let scenario = try Self.counted(2)
        let clerk = scenario.as("clerk", role: "intake")
        try clerk.does("register_slip", Self.slip(0, with: ["safe_contact": .boxed("0301 5550000", for: "writer-0")]))
        try clerk.does("register_slip", Self.slip(1))
        let box = try #require(scenario.state())
        let passed = ["summary", "language", "complainant_ref", "safe_contact", "written_on"]
        #expect(passed.filter { box.fields[$0] != nil } == [])
        #expect(
            scenario.facts().allSatisfy { event in
                if case .actionTaken(let facts) = event { passed.allSatisfy { facts.fields[$0] == nil } } else { true }
            })
        let last = try #require(box.links.last?.link.case)
        let second = try #require(scenario.state(of: last))
        #expect(second.fields["complainant_ref"] == "writer-1")
        #expect(second.fields["safe_contact"] == nil)
    }

    @Test func aSlipOfTomorrowAndSlipsAtTheOpeningAreRefused() throws {
        let scenario = try Self.counted(1)
        let clerk = scenario.as("clerk", role: "intake")
        let late = #expect(throws: Rejection.self) {
            try clerk.does("register_slip", Self.slip(0, with: ["written_on": "2026-04-07"]))
        }
        #expect(late?.field == "written_on")
        #expect(scenario.state()?.counts["SlipRegistered"] == nil)
        let early = #expect(throws: Rejection.self) {
            try clerk.opens(
                "box_opening", as: CaseID("case-2"), ["box_no": "8", "place": "Bazaar", "summary": .boxed("dry")])
        }
        #expect(early?.field == "summary")
    }

    @Test func sealingBeginsTheNextOpeningWhichIsRaisedAfterAWeek() throws {
        let scenario = try Self.counted(1)
        try Self.register(1, in: scenario)
        try scenario.as("clerk", role: "intake").does("seal", ["new_seal_no": "S-2"])
        let next = try #require(scenario.state()?.links.last?.link)
        #expect(next.relation == "next")
        let waiting = try #require(scenario.state(of: next.case))
        #expect(waiting.state == "waiting")
        #expect(waiting.fields == ["box_no": "7", "place": "Gate of the hospital"])
        #expect(waiting.clocks[.state]?.due == scenario.now.advanced(bySeconds: 7 * 86_400))
        try scenario.at(scenario.now.advanced(bySeconds: 7 * 86_400 + 1))
        #expect(scenario.state(of: next.case)?.escalationLevel == 1)
    }
}
