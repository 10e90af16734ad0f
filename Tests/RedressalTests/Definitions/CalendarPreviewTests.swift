import Redressal
import RedressalTesting
import Testing

/// What a holiday would do, before anybody announces it (story S6).
@Suite struct CalendarPreviewTests {
    private func preview(_ scenario: Scenario, at now: Instant = .april(6, 9)) throws -> CalendarPreview {
        let newer = try DefinitionCatalog(
            workflows: [], calendars: [RequestWorkflow.officeWithHoliday], programmes: [])
        var preview = CalendarPreview(
            scenario.catalog, with: [try #require(newer.calendar("office"))], at: now)
        preview.add(try #require(scenario.state()))
        return preview
    }

    @Test func itTellsWhatComputingThemAnewWillDo() throws {
        let scenario = try RequestWorkflow.working()
        let before = try #require(scenario.state())
        let preview = try self.preview(scenario)
        #expect(preview.total.later == 2)
        #expect(preview.total.earlier + preview.total.unmoved + preview.total.breached == 0)
        #expect(preview.offices.keys.sorted() == [before.office])
        let newer = try DefinitionCatalog(
            workflows: [], calendars: [RequestWorkflow.officeWithHoliday], programmes: [])
        scenario.catalog.add(try #require(newer.calendar("office")))
        _ = try scenario.as("manager", role: "manager").asks(.recomputeClocks(RecomputeClocks(reason: "holiday")))
        let after = try #require(scenario.state())
        for move in preview.moves {
            #expect(move.old == before.clocks[move.clock]?.due)
            #expect(move.due == after.clocks[move.clock]?.due)
        }
        #expect(preview.moves.count == 2)
    }

    @Test func calendarsThatStayMoveNothing() throws {
        let scenario = try RequestWorkflow.working()
        let calendar = try #require(scenario.catalog.calendar("office"))
        var preview = CalendarPreview(scenario.catalog, with: [], at: .april(6, 9))
        preview.add(try #require(scenario.state()))
        #expect(preview.offices.isEmpty)
        // A holiday that lies behind both deadlines.
        let late = try calendar.adding(
            Holiday(date: try #require(CivilDate("2026-12-01")), name: "Late", status: .announced))
        #expect(late.version == calendar.version + 1)
        var unmoved = CalendarPreview(scenario.catalog, with: [late], at: .april(6, 9))
        unmoved.add(try #require(scenario.state()))
        #expect(unmoved.total.unmoved == 2)
        #expect(unmoved.moves.isEmpty)
    }
}
