import Redressal
import RedressalTesting
import Testing

/// What has to be done once so much of a clock's time is used up.
@Suite struct OwedTests {
    private static let text = """
        workflow: plea
        version: 1
        title: Plea
        calendar: wall
        initial: [open]
        total: {within: 10d, chain: none, remind: [80%]}
        roles: [clerk, system]
        states:
          open: {may_wait_forever: true}
          asked: {pauses: true, may_wait_forever: true}
          closed: {final: true}
        actions:
          - {do: reply, from: [open, asked], to: $same, by: [clerk], owed: {after: 80%, of: total}, emit: ReplySent}
          - {do: ask, from: open, to: asked, by: [clerk], emit: PleaAsked}
          - {do: close, from: open, to: closed, by: [clerk], emit: PleaClosed}
        """

    private static func findings(_ old: String = "", _ new: String = "") -> [String] {
        let text = old.isEmpty ? Self.text : Self.text.replacing(old, with: new)
        return WorkflowChecks.findings(for: WorkflowReader.read(text, file: "plea.yaml")).map(\.rule)
    }

    @Test func itIsOwedAtAReminderOfItsClock() {
        #expect(!Self.findings().contains("owed-unnoticed"))
        #expect(Self.findings("after: 80%", "after: 70%").contains("owed-unnoticed"))
        #expect(Self.findings("of: total", "of: state").contains("owed-unnoticed"))
        #expect(Self.findings("of: total", "of: day").contains("bad-value"))
        #expect(Self.findings("after: 80%", "after: 100%").contains("bad-value"))
    }

    private static func working() throws -> Scenario {
        try RequestWorkflow.working([
            "- {do: raise, from: any_open, to: $same, by: [complainant], escalate: true, emit: Raised}":
                "- {do: raise, from: [working, waiting], to: $same, by: [handler], owed: {after: 50%, of: total}, emit: Raised}"
        ])
    }

    private static func owed(_ scenario: Scenario) throws -> [String] {
        let state = try #require(scenario.state())
        let workflow = try #require(scenario.catalog.workflow(state.workflow))
        return state.owed(workflow, after: scenario.facts()).map(\.name.rawValue)
    }

    /// When half of the whole time is used up, as its clock has it.
    private static func half(_ scenario: Scenario) throws -> Instant {
        let reminder = TimerID(clock: .total, kind: .reminder, mark: 50)
        return try #require(scenario.state()?.timers.first { $0.id == reminder }).due
    }

    @Test func itIsOwedOnceTheTimeIsUsedUpUntilItIsDone() throws {
        let scenario = try Self.working()
        let half = try Self.half(scenario)
        try scenario.at(half.advanced(bySeconds: -1))
        #expect(try Self.owed(scenario) == [])
        try scenario.at(half.advanced(bySeconds: 1))
        #expect(try Self.owed(scenario) == ["raise"])
        try scenario.as("handler", role: "handler").does("raise")
        #expect(try Self.owed(scenario) == [])
    }

    @Test func whatWasDoneBeforeIsNotOwedAgain() throws {
        let scenario = try Self.working()
        try scenario.as("handler", role: "handler").does("raise")
        try scenario.at(.april(14, 9))
        #expect(try Self.owed(scenario) == [])
    }

    @Test func aCaseThatIsOpenedAgainOwesItAgain() throws {
        let scenario = try Self.working()
        try scenario.as("handler", role: "handler").does("raise")
        try scenario.as("handler", role: "handler").does("propose")
        try scenario.as("lead", role: "supervisor_l1").does("approve")
        try scenario.at(.april(13, 9)).as("commissioner", role: "supervisor_l2").does("reopen")
        try scenario.as("officer", role: "triage_officer").does("assign", ["assignee": "handler"])
        #expect(try Self.owed(scenario) == [])
        try scenario.at(Self.half(scenario).advanced(bySeconds: 1))
        #expect(try Self.owed(scenario) == ["raise"])
    }

    @Test func aPauseAsksForNothing() throws {
        let scenario = try Self.working()
        try scenario.at(.april(10, 16)).as("handler", role: "handler").does("ask")
        try scenario.at(.april(13, 10))
        #expect(try Self.owed(scenario) == [])
        try scenario.as("citizen", role: "complainant").does("answer")
        #expect(try Self.owed(scenario) == [])
        try scenario.at(Self.half(scenario).advanced(bySeconds: 1))
        #expect(try Self.owed(scenario) == ["raise"])
    }

    @Test func onlyWhereItIsPossible() throws {
        let scenario = try Self.working()
        try scenario.at(.april(14, 9)).as("handler", role: "handler").does("propose")
        #expect(try Self.owed(scenario) == [])
    }
}
