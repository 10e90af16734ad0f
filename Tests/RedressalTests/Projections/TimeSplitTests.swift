import Redressal
import RedressalTesting
import Testing

/// Where a case's time went.
@Suite struct TimeSplitTests {
    private static let hour: Int64 = 3_600_000
    private static let parties = [
        "posts: [supervisor_l3": "parties: {complainant: filed_by}\nposts: [supervisor_l3",
        "  seat: post": "  seat: post\n  filed_by: reference",
    ]

    /// A case that the office had on Monday and Friday, that waited for its answer from Tuesday at nine until Wednesday at
    /// one, and whose Thursday was a holiday.
    private static func week(_ changes: [String: String] = parties) throws -> Scenario {
        let calendars = [RequestWorkflow.officeWithHoliday, RequestWorkflow.wall]
        let scenario = try RequestWorkflow.scenario(changes, calendars: calendars)
        try scenario.as("citizen", role: "complainant").opens("request", ["summary": .boxed("a")])
        try scenario.as("clerk", role: "intake").does("acknowledge")
        try scenario.as("officer", role: "triage_officer").does("assign", ["assignee": "handler", "category": "water"])
        try scenario.at(.april(7, 9)).as("handler", role: "handler").does("ask")
        try scenario.at(.april(8, 13)).as("citizen", role: "complainant").does("answer")
        return scenario
    }

    private static func split(_ scenario: Scenario, until end: Instant) -> TimeSplit {
        TimeSplit(scenario.timeline, until: end, catalog: scenario.catalog)
    }

    @Test func officeCitizenAndHolidaysHaveTheirParts() throws {
        let split = Self.split(try Self.week(), until: .april(10, 9))
        #expect(split.offices == ["cell": 44 * Self.hour])
        #expect(split.citizen == 28 * Self.hour)
        #expect(split.holiday == 24 * Self.hour)
        #expect(split.pause == 0)
    }

    @Test func whomNoPartyCanEndIsNobodysWait() throws {
        let split = Self.split(try Self.week([:]), until: .april(8, 15))
        #expect(split.citizen == 0)
        #expect(split.pause == 28 * Self.hour)
        #expect(split.offices == ["cell": 26 * Self.hour])
    }

    @Test func eachOfficeHasItsOwnTime() throws {
        let scenario = try RequestWorkflow.working()
        try scenario.at(.april(6, 12)).as("officer", role: "triage_officer").does(
            "redirect", ["office_id": "district"])
        let split = Self.split(scenario, until: .april(6, 17))
        #expect(split.offices == ["cell": 3 * Self.hour, "district": 5 * Self.hour])
    }

    @Test func whatIsOverCountsForNobody() throws {
        let scenario = try RequestWorkflow.opened()
        try scenario.as("clerk", role: "intake").does("acknowledge")
        try scenario.at(.april(6, 10)).as("head", role: "supervisor_l1").does("approve_drop")
        try scenario.as("officer", role: "triage_officer").does("drop")
        #expect(scenario.state()?.closed != nil)
        #expect(Self.split(scenario, until: .april(20, 9)).offices == ["cell": Self.hour])
    }

    /// Whatever happens to a case, its time is all somebody's, and nobody's twice.
    @Test(arguments: 0..<40) func thePartsAddUpToTheTimeItWasOpen(_ seed: Int) throws {
        let catalog = try ShippedWorkflows.catalog(calendar: "kp-6day")
        let names = catalog.workflowNames
        let workflow = try #require(catalog.workflow(named: names[seed % names.count]))
        var walk = Redressal.RandomWalk(workflow, catalog: catalog, seed: UInt64(seed))
        walk.run(steps: 60)
        let timeline = walk.written.timeline
        let end = timeline.map(\.record.occurred).max()?.advanced(bySeconds: 1_000_000) ?? Instant(seconds: 0)
        let split = TimeSplit(timeline, until: end, catalog: catalog)
        let parts = Array(split.offices.values) + [split.citizen, split.pause, split.holiday]
        #expect(parts.reduce(0, +) == Self.openTime(walk.written, until: end))
        #expect(parts.allSatisfy { $0 >= 0 })
    }

    private static func openTime(_ events: [WrittenEvent], until end: Instant) -> Int64 {
        var (open, isOpen, reached) = (Int64(0), false, end)
        for event in events.map(\.record) {
            if isOpen, event.occurred > reached { open += reached.milliseconds(to: event.occurred) }
            reached = event.seq == 1 ? event.occurred : max(reached, event.occurred)
            switch event.event {
            case .caseOpened: isOpen = true
            case .actionTaken(let facts) where facts.from != facts.to: isOpen = !facts.closed
            default: break
            }
        }
        return isOpen ? open + reached.milliseconds(to: end) : open
    }
}
