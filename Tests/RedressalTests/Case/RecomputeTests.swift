import Redressal
import RedressalTesting
import Testing

@Suite struct RecomputeTests {
    private func recompute(_ scenario: Scenario) throws -> [CaseEvent] {
        let newer = try DefinitionCatalog(
            workflows: [], calendars: [RequestWorkflow.officeWithHoliday], programmes: [])
        scenario.catalog.add(try #require(newer.calendar("office")))
        return try scenario.as("manager", role: "manager").asks(.recomputeClocks(RecomputeClocks(reason: "holiday")))
    }

    @Test func aHolidayMovesRunningClocksOnlyWhenAsked() throws {
        let scenario = try RequestWorkflow.working()
        let facts = try self.recompute(scenario)
        #expect(facts.count == 2)
        #expect(scenario.state()?.clocks[.state]?.due == .april(14, 17))
        #expect(scenario.state()?.clocks[.total]?.due == .april(21, 17))
        #expect(scenario.state()?.clocks[.total]?.calendar == CalendarReference(id: "office", version: 2))
        #expect(try self.recompute(scenario) == [])
    }

    @Test func timeThatWasGrantedStaysGranted() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.as("head", role: "supervisor_l1").does("extend", ["reason_code": "more"])
        _ = try self.recompute(scenario)
        #expect(scenario.state()?.clocks[.state]?.due == .april(16, 17))
    }

    @Test func aPausedClockIsComputedToo() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.at(.april(7, 9)).as("handler", role: "handler").does("ask")
        let facts = try self.recompute(scenario)
        #expect(facts.map(\.kind) == [.clockMoved, .clockResumed, .clockMoved, .clockPaused])
        try scenario.at(.april(7, 17)).as("citizen", role: "complainant").does("answer")
        // Ten working days without the 9th, and eight hours of waiting.
        #expect(scenario.state()?.clocks[.total]?.due == .april(22, 17))
    }

    @Test func aTransferToAnOfficeOfTheSameCalendarWaitsForTheRecomputation() throws {
        let scenario = try RequestWorkflow.working()
        let newer = try DefinitionCatalog(
            workflows: [], calendars: [RequestWorkflow.officeWithHoliday], programmes: [])
        scenario.catalog.add(try #require(newer.calendar("office")))
        try scenario.as("officer", role: "triage_officer").does("redirect", ["office_id": "district"])
        #expect(scenario.state()?.clocks[.state]?.due == .april(13, 17))
    }
}
