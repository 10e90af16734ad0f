import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// The timeline holds all that the log holds.
@Suite struct TimelineTests {
    /// Written again, every event has the bytes that the log has, and so its hash: nothing of it is lost.
    @Test func everyEventIsReadAsTheLogHasIt() async throws {
        try await TestSystem.with(definitions: .shipped()) { system in
            let history = RandomHistory(system)
            system.startWorker()
            _ = try await system.log.append(history.announcements() + history.records(seeds: 0..<12))
            try await system.projected()
            let logged = Dictionary(grouping: try await system.history().flatMap { $0 }, by: \.case)
            #expect(logged.count == 12)
            for (id, events) in logged {
                let timeline = try await system.views.timeline(of: id)
                #expect(timeline.map(\.record) == events)
                let hashes = try timeline.map { EventHash(of: try CanonicalJSON.encode($0.record)) }
                #expect(timeline.map(\.hash) == hashes)
            }
        }
    }

    /// Which version an event went by is found although rows do not name it.
    @Test func eventsGoByTheVersionOfTheirTime() async throws {
        try await TestSystem.with { system in
            try await system.startEngine()
            system.startWorker()
            _ = try await system.submit([system.opening("a")])
            _ = try await system.definitions.publish([
                PublishedDefinition(
                    kind: .workflow, name: "duty", version: 2, file: "duty.yaml",
                    text: TestDefinitions.workflow("duty", version: 2, onMissed: "skip"), defaults: nil,
                    published: TestSystem.start, by: "tests")
            ])
            _ = try await system.submit([
                system.command("a", as: "move", .migrate(MigrateCase(version: 2, states: [:]))),
                system.doing("remark", to: "a", as: "remark", ["note": "later"]),
            ])
            try await system.settle()
            let timeline = try await system.views.timeline(of: CaseID("a"))
            let logged = try await CaseHistory(log: system.log).events(of: CaseID("a"))
            #expect(timeline.map(\.record) == logged)
            #expect(Set(timeline.map(\.record.workflow.version)) == [1, 2])
        }
    }

    @Test func whatNobodyKnowsHasNoTimeline() async throws {
        try await TestSystem.with { system in
            let timeline = try await system.views.timeline(of: CaseID("none"))
            #expect(timeline.isEmpty)
        }
    }
}
