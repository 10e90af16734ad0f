import Redressal
import RedressalTesting
import Testing

@testable import RedressalRuntime

/// A day off that two people announce: the calendar is published, and each deadline is computed anew.
@Suite struct HolidayOrderTests {
    /// The first working day after the system's start, a Sunday.
    private static let monday = CivilDate("2026-03-02")

    private static let office = """
        kind: calendar
        id: wall
        version: 1
        tz: UTC
        hours:
          mon-fri: ["09:00-17:00"]
        """

    private static func order(on date: CivilDate?) throws -> BulkOrder {
        var order = BulkOrder(reason: "The moon was seen")
        order.holiday = AnnouncedHoliday(calendar: "wall", date: try #require(date), name: "Eid")
        return order
    }

    /// Pleas that are due after three working days; the clock stands at Sunday noon.
    private func with(
        _ kind: TestLog, _ body: (TestSystem, BulkStore, BulkRunner) async throws -> Void
    ) async throws {
        let definitions = TestDefinitions(
            ["calendars/wall.yaml": Self.office],
            besides: .plea.replacing("within: 3d", with: "within: 3bd", in: "plea.yaml"))
        try await TestSystem.with(kind, definitions: definitions) { system in
            try await system.startEngine()
            system.startWorker()
            for id in ["a", "b"] { try await system.plea(id, []) }
            try await system.settle()
            let store = BulkStore(pool: system.pool)
            try await body(system, store, self.runner(system))
        }
    }

    private func runner(_ system: TestSystem) -> BulkRunner {
        let (definitions, configuration, clock) = (system.definitions, system.database.configuration, system.clock)
        return BulkRunner(
            store: BulkStore(pool: system.pool), views: system.views, gateway: system.gateway,
            catalog: { definitions.catalog() },
            announce: { try await definitions.announce($0, by: $1, at: clock.now()) }, clock: clock,
            pace: BulkPace(rate: 10),
            resting: NoRest(), logger: .tests
        ) {
            PostgresMembership(configuration, group: "bulk", partitions: 1, name: "runner", logger: .tests)
        }
    }

    private func ask(_ system: TestSystem, _ store: BulkStore, _ runner: BulkRunner) async throws {
        _ = try await store.ask(
            BulkRequest(
                id: "eid", order: try Self.order(on: Self.monday), askedBy: "u-chief", asked: system.clock.now()))
        while try await runner.step() {}
    }

    private func due(_ id: String, _ system: TestSystem) async throws -> Instant? {
        try await system.views.find(id)?.due
    }

    @Test(arguments: TestLog.allCases) func nothingMovesUntilASecondPersonApproves(_ kind: TestLog) async throws {
        try await self.with(kind) { system, store, runner in
            let before = try #require(try await self.due("a", system))
            try await self.ask(system, store, runner)
            let waiting = try #require(try await store.find("eid"))
            #expect(waiting.standing == .waiting)
            #expect(waiting.cases(.taken) == 2)
            #expect(system.definitions.catalog().calendar("wall")?.version == 1)
            #expect(try await self.due("a", system) == before)

            _ = try await store.approve("eid", by: "u-other", at: system.clock.now())
            while try await runner.step() {}
            #expect(try await store.find("eid")?.cases(.done) == 2)
            let calendar = try #require(system.definitions.catalog().calendar("wall"))
            #expect(calendar.version == 2)
            #expect(calendar.holidays.map(\.name) == ["Eid"])
            try await system.settle()
            let after = try #require(try await self.due("a", system))
            #expect(before.milliseconds(to: after) == 86_400_000)
            let moved = try await system.views.timeline(of: CaseID("a")).compactMap { entry -> ClockMoved? in
                if case .clockMoved(let facts) = entry.record.event { facts } else { nil }
            }
            #expect(moved.map(\.calendar.version) == [2])
            #expect(moved.map(\.old) == [before] && moved.map(\.due) == [after])
            #expect(try await system.differences().isEmpty)
        }
    }

    /// A runner that died after it had published, and before it did a case.
    @Test func theDayIsAnnouncedOnce() async throws {
        try await self.with(.memory) { system, store, runner in
            try await self.ask(system, store, runner)
            _ = try await store.approve("eid", by: "u-other", at: system.clock.now())
            let holiday = try #require(try Self.order(on: Self.monday).holiday)
            try await system.definitions.announce(holiday, by: "u-other", at: system.clock.now())
            while try await runner.step() {}
            #expect(system.definitions.catalog().calendar("wall")?.version == 2)
            #expect(try await store.find("eid")?.cases(.done) == 2)
        }
    }

    @Test func whatIsOverdueStaysSo() async throws {
        try await self.with(.memory) { system, store, runner in
            let due = try #require(try await self.due("a", system))
            system.clock.advance(to: due.advanced(byMilliseconds: 1))
            try await system.settle()
            try await self.ask(system, store, runner)
            #expect(try await store.find("eid")?.cases(.taken) == 0)
            #expect(try await store.find("eid")?.cases(.leftOut) == 2)
            #expect(try await self.due("a", system) == due)
        }
    }
}
