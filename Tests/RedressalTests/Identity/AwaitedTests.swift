import Redressal
import RedressalTesting
import Testing

/// Whose word a case waits for.
@Suite struct AwaitedTests {
    private static let waiting = [
        "version: 1": "version: 1\nparties: {complainant: who}",
        "  duplicate_of: reference": "  duplicate_of: reference\n  who: reference",
        "  triage: {sla: 2bd, chain: std, remind: [50%]}":
            "  triage: {sla: 2bd, chain: std, waits_for: [triage_officer]}",
        "  waiting: {sla: 10bd, chain: none,": "  waiting: {sla: 10bd, waits_for: complainant, chain: none,",
        "  working: {sla: 5bd, chain: std, remind: [50%, 80%]}":
            "  working: {sla: 5bd, chain: std, waits_for: handler}",
        "  done: {sla: 15d, chain: none, remind: [50%]}":
            "  done: {sla: 15d, chain: none, waits_for: supervisor_l1}",
    ]

    /// A case that waits to be sorted.
    private static func sorted(_ programme: Programme = .district()) throws -> Scenario {
        let scenario = try RequestWorkflow.scenario(self.waiting, programme: programme)
        try scenario.as("citizen", role: "complainant").opens(
            "request", ["summary": .boxed("a"), "who": "citizen", "category": "water"])
        try scenario.as("clerk", role: "intake").does("acknowledge")
        return scenario
    }

    private static func awaited(_ scenario: Scenario) throws -> [Awaited] {
        scenario.catalog.awaited(on: try #require(scenario.state()), at: scenario.now)
    }

    @Test func whoCanLeadTheCaseOnIsNamedWithTheirOffice() throws {
        #expect(
            try Self.awaited(Self.sorted()) == [Awaited(role: "triage_officer", user: "officer", office: "cell")])
    }

    @Test func whoStandsInForThemIsNamedMeanwhile() throws {
        let away = Absence(user: "officer", from: .april(6, 0), to: .april(8, 0), deputy: "clerk")
        let scenario = try Self.sorted(.district(absences: [away], people: [Person(id: "clerk")]))
        #expect(try Self.awaited(scenario).map(\.user) == ["clerk"])
    }

    @Test func whereNobodyCanTheRoleAloneIsNamed() throws {
        #expect(
            try Self.awaited(Self.sorted(.district(vacant: ["cell-officer"]))) == [Awaited(role: "triage_officer")])
    }

    @Test func whoHoldsItComesBeforeOthersOfTheirRole() throws {
        let scenario = try Self.sorted()
        try scenario.as("officer", role: "triage_officer").does("assign", ["assignee": "handler"])
        #expect(try Self.awaited(scenario).map(\.user) == ["handler"])
    }

    @Test func nobodyIsWaitedForWhoMayNotDecide() throws {
        let scenario = try Self.sorted()
        try scenario.as("officer", role: "triage_officer").does("assign", ["assignee": "handler"])
        try scenario.as("head", role: "supervisor_l1").does("propose")
        // The head has proposed it, and nobody else of the role is there.
        #expect(try Self.awaited(scenario) == [Awaited(role: "supervisor_l1")])
    }

    @Test func theCasesOwnPeopleAreNamedByTheirRole() throws {
        let scenario = try Self.sorted()
        try scenario.as("officer", role: "triage_officer").does("ask")
        #expect(try Self.awaited(scenario) == [Awaited(role: "complainant")])
    }

    @Test func aStateThatWaitsForNobodyAndAClosedCaseNameNobody() throws {
        let scenario = try RequestWorkflow.opened()
        #expect(try Self.awaited(scenario).isEmpty)
        let sorted = try Self.sorted()
        try sorted.as("head", role: "supervisor_l1").does("approve_drop")
        try sorted.as("officer", role: "triage_officer").does("drop")
        #expect(try Self.awaited(sorted).isEmpty)
    }
}
