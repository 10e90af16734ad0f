import Redressal
import RedressalTesting
import Testing

/// A public forum, from its announcement to the follow-up.
@Suite struct ForumTests {
    private static func issue(_ number: Int) -> [String: FieldValue] {
        [
            "summary": .boxed("issue \(number)", for: "person-\(number)"), "language": "ps",
            "complainant_ref": .string("person-\(number)"),
        ]
    }

    private static func announced() throws -> Scenario {
        let scenario = try BatchWorkflows.scenario()
        try scenario.as("clerk", role: "intake").opens("forum", ["place": "Hujra of VC 1", "held_on": "2026-04-08"])
        return scenario
    }

    /// A forum at which so many issues were counted, confirmed by a second person.
    private static func held(_ issues: Int) throws -> Scenario {
        let scenario = try Self.announced()
        try scenario.at(.april(8, 12))
        try scenario.as("clerk", role: "intake").does(
            "count_issues",
            [
                "held_on": "2026-04-08", "present": .boxed("the commissioner"), "women": 20, "men": 31,
                "counted": .integer(issues),
            ])
        try scenario.as("head", role: "supervisor_l1").does("confirm_count")
        return scenario
    }

    @Test func anAnnouncedForumThatIsNotHeldIsRaisedUnlessItIsPostponed() throws {
        let scenario = try Self.announced()
        let due = try #require(scenario.state()?.clocks[.state]?.due)
        try scenario.as("clerk", role: "intake").does(
            "postpone", ["held_on": "2026-04-15", "reason_code": "flooding"])
        #expect(scenario.state()?.clocks[.state]?.due == due.advanced(bySeconds: 7 * 86_400))
        try scenario.at(due.advanced(bySeconds: 3600))
        #expect(scenario.state()?.escalationLevel == 0)
        try scenario.at(.april(16, 12))
        #expect(scenario.state()?.escalationLevel == 1)
    }

    @Test func issuesBecomeComplaintsOfTheForumsDayByTheEndOfTheNextWorkingDay() throws {
        let scenario = try Self.held(2)
        #expect(scenario.state()?.clocks[.state]?.due == .april(9, 17))
        try scenario.at(.april(9, 10))
        for number in 0..<2 {
            try scenario.as("clerk", role: "intake").does("register_issue", Self.issue(number))
        }
        let complaints = scenario.cases.filter { $0.workflow.name == "complaint" }
        let forum = try #require(scenario.state())
        #expect(complaints.map { $0.fields["forum_id"] } == [.string(forum.reference), .string(forum.reference)])
        #expect(Set(complaints.map(\.reference)).count == 2)
        let openings = scenario.log.map(\.record).filter { $0.seq == 1 && $0.case != .one }
        #expect(openings.map(\.channel) == ["forum", "forum"])
        #expect(openings.map(\.occurred) == [.april(8, 0), .april(8, 0)])
    }

    @Test func aListWithAnIssueTooFewIsClosedForAReasonAndAnsweredAtTheFollowUp() throws {
        let scenario = try Self.held(3)
        let clerk = scenario.as("clerk", role: "intake")
        try clerk.does("register_issue", Self.issue(0))
        try clerk.does("set_aside", ["answered_there": 1, "other_issues": 0])
        let refusal = #expect(throws: Rejection.self) { try clerk.does("close_list") }
        #expect(refusal?.code == .guardFailed)
        try clerk.does("close_list", ["difference_reason": .boxed("said twice")])
        #expect(scenario.state()?.clocks[.state]?.due == scenario.now.advanced(bySeconds: 30 * 86_400))
        try clerk.does("hold_follow_up", ["told_issues": 2, "follow_up_present": .boxed("the commissioner")])
        #expect(scenario.state()?.state == "closed")
        #expect(scenario.undelivered.isEmpty)
    }

    @Test func theForumIsToldWhatBecomesOfItsIssues() throws {
        let scenario = try Self.held(1)
        try scenario.as("clerk", role: "intake").does("register_issue", Self.issue(0))
        let complaint = try #require(scenario.state()?.links.first?.link.case)
        try scenario.as("clerk", role: "intake").does("acknowledge", to: complaint)
        #expect(scenario.state()?.links.map(\.state) == ["triage"])
        #expect(scenario.state()?.state == "registering")
    }
}
