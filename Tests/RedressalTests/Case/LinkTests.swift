import Redressal
import RedressalTesting
import Testing

@Suite struct LinkTests {
    private func referred(_ changes: [String: String] = [:]) throws -> (Scenario, CaseID) {
        let scenario = try RequestWorkflow.scenario(changes)
        try scenario.as("citizen", role: "complainant").opens(
            "request", state: "triage", ["summary": .boxed("a"), "category": "water"])
        try scenario.as("officer", role: "triage_officer").does("refer")
        return (scenario, try #require(scenario.state()?.links.first?.link.case))
    }

    @Test func anActionOpensAnotherCaseTiedToThisOne() throws {
        let (scenario, child) = try self.referred()
        let state = try #require(scenario.state(of: child))
        #expect(state.workflow.name == "errand")
        #expect(state.fields == ["topic": "water"])
        #expect(state.parent == CaseLink(relation: "errand", workflow: "request", case: .one))
        #expect(scenario.undelivered.isEmpty)
    }

    @Test func theOtherCasesEndBringsTheSystemsAnswer() throws {
        let (scenario, child) = try self.referred()
        try scenario.at(.april(7, 9)).as("clerk", role: "clerk").does("finish", to: child)
        let state = try #require(scenario.state())
        #expect(state.state == "triage")
        #expect(state.links.map(\.state) == ["finished"])
        #expect(scenario.facts().contains { $0.isAction("errand_back") })
        #expect(scenario.log.last { $0.record.event.isAction("errand_back") }?.record.actor == .system)
    }

    @Test func theSystemDoesNothingThatDoesNotAskForTheOtherCase() throws {
        let (scenario, child) = try self.referred([
            "by: [system], when: \"in_state(errand, finished)\"": "by: [system], when: has(category)"
        ])
        try scenario.as("clerk", role: "clerk").does("finish", to: child)
        #expect(scenario.state()?.state == "asked")
    }

    @Test func twoErrandsAreTwoCases() throws {
        let (scenario, child) = try self.referred()
        try scenario.as("clerk", role: "clerk").does("finish", to: child)
        try scenario.as("officer", role: "triage_officer").does("refer")
        #expect(scenario.cases.count == 3)
        #expect(scenario.state()?.links.map(\.state) == ["finished", nil])
    }

    @Test func aSignalAsksTheOtherCaseToActAsTheSystem() throws {
        let scenario = try RequestWorkflow.scenario()
        let citizen = scenario.as("citizen", role: "complainant")
        try citizen.opens("request", ["summary": .boxed("a")])
        try citizen.opens("request", as: CaseID("case-2"), state: "triage", ["summary": .boxed("a")])
        try scenario.as("officer", role: "triage_officer").does(
            "merge", ["duplicate_of": "case-1"], to: CaseID("case-2"))
        #expect(scenario.state()?.counts["Joined"] == 1)
        #expect(scenario.undelivered.isEmpty)
    }

    @Test func aSpawnedCaseThatCannotOpenIsRefusedWithItsReason() throws {
        let scenario = try RequestWorkflow.scenario()
        try scenario.as("citizen", role: "complainant").opens("request", state: "triage", ["summary": .boxed("a")])
        try scenario.as("officer", role: "triage_officer").does("refer")
        #expect(
            scenario.undelivered.map(\.rejection) == [
                Rejection(
                    .missingField, "expected 'topic' to be filled in to open a errand but it is empty", field: "topic")
            ])
    }
}
