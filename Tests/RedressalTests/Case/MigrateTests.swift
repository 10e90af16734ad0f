import Redressal
import RedressalTesting
import Testing

@Suite struct MigrateTests {
    /// A case under version 1 where a second version renames `received`, drops the ladder's second step, or both.
    private func published(_ changes: [String: String]) throws -> Scenario {
        let text = try RequestWorkflow.changed(changes.merging(["version: 1\n": "version: 2\n"]) { $1 })
        let scenario = try RequestWorkflow.opened()
        let newer = try DefinitionCatalog(workflows: [text], calendars: [], programmes: [])
        scenario.catalog.add(try #require(newer.workflow(named: "request")))
        return scenario
    }

    private func migrate(
        _ scenario: Scenario, _ states: [String: String] = [:], to version: Int = 2
    ) throws -> [CaseEvent] {
        try scenario.as("manager", role: "manager").asks(.migrate(MigrateCase(version: version, states: states)))
    }

    @Test func aCaseGoesOnUnderAnotherVersionWithItsClocks() throws {
        let scenario = try self.published(["received": "filed"])
        let before = try #require(scenario.state())
        let facts = try self.migrate(scenario, ["received": "filed"])
        let after = try #require(scenario.state())
        #expect(
            facts == [
                .workflowVersionChanged(
                    WorkflowVersionChanged(
                        from: before.workflow, to: after.workflow, oldState: "received", state: "filed"))
            ])
        #expect(after.workflow.version == 2)
        #expect(after.state == "filed")
        #expect(after.clocks == before.clocks)
        #expect(try self.migrate(scenario) == [])
        try scenario.at(.april(6, 12)).as("clerk", role: "intake").does("acknowledge")
    }

    @Test func aCaseIsNotMovedWhereItHasNoState() throws {
        let scenario = try self.published(["received": "filed"])
        #expect(
            throws: Rejection(
                .unmappable, "expected a state of version 2 for cases in received but found 'received'")
        ) { try self.migrate(scenario) }
        #expect(throws: Rejection(.unmappable, "expected 'closed' to be open like received")) {
            try self.migrate(scenario, ["received": "closed"])
        }
        #expect(
            throws: Rejection(.unknownWorkflow, "expected version 9 of request to be published but it is not")
        ) { try self.migrate(scenario, to: 9) }
    }

    @Test func aStepThatTheNewVersionDoesNotHaveEndsInTheOrphansQueue() throws {
        let second = "\n      - {level: 2, after: 3bd, to: supervisor_l2, effect: [notify, may_reassign]}"
        let third = "\n      - {level: 3, after: 10bd, to: supervisor_l3, effect: [notify]}"
        let scenario = try self.published([second: "", third: ""])
        try scenario.at(.april(8, 9))
        _ = try self.migrate(scenario)
        try scenario.at(.april(13, 9))
        #expect(scenario.state()?.orphaned == true)
        #expect(scenario.state()?.timers.contains { $0.id.kind == .escalation } == false)
    }
}
